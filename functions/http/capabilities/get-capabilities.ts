import { z } from "zod";
import { capabilitySchema } from "../../../src/domain/capability/capability.ts";
import { callerRoute } from "../caller-route.ts";

export const getCapabilities = callerRoute({
  id: "getCapabilities",
  method: "GET",
  path: "capabilities",
  summary: "What may be done with each object type.",
  answers: { 200: z.object({ items: z.array(capabilitySchema), nextPage: z.null() }) },
  handle: async (app) => ({ status: 200, body: { items: app.capabilities, nextPage: null } }),
});
