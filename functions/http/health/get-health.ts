import { z } from "zod";
import type { Route } from "../route.ts";

/** Says that the process answers, and nothing else. */
export const getHealth: Route = {
  id: "getHealth",
  method: "GET",
  path: "health",
  summary: "Whether the application is up.",
  right: "anonymous",
  answers: { 200: z.object({ status: z.literal("up") }) },
  serve: async () => ({ status: 200, body: { status: "up" } }),
};
