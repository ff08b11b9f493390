import { z } from "zod";
import openapi from "../../../docs/api/openapi.json" with { type: "json" };
import type { Route } from "../route.ts";

/** Says that the process answers, and in which version: a deployment is checked by it. Nothing else, to anybody. */
export const getHealth: Route = {
  id: "getHealth",
  method: "GET",
  path: "health",
  summary: "Whether the application is up, and its version.",
  right: "anonymous",
  answers: { 200: z.object({ status: z.literal("up"), version: z.string() }) },
  serve: async () => ({ status: 200, body: { status: "up", version: openapi.info.version } }),
};
