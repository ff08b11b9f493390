import { callerRoute } from "../caller-route.ts";
import { capabilitiesSchema } from "./capabilities-schema.ts";

export const getCapabilities = callerRoute({
  id: "getCapabilities",
  method: "GET",
  path: "capabilities",
  summary: "What may be done with each object type.",
  answers: { 200: capabilitiesSchema },
  handle: async (app) => ({ status: 200, body: { items: app.capabilities, nextPage: null } }),
});
