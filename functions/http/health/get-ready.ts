import { z } from "zod";
import type { Route } from "../route.ts";

/** Whether the services behind the application answer. Says which one does not, never why. */
export const getReady: Route = {
  id: "getReady",
  method: "GET",
  path: "ready",
  summary: "Whether the application can do its work.",
  right: "anonymous",
  answers: { 200: z.object({ ready: z.literal(true) }) },
  serve: async (app) => {
    await app.checkReady();
    return { status: 200, body: { ready: true } };
  },
};
