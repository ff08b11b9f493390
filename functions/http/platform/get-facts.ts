import { platformViewSchema } from "../../../src/domain/platform/platform-facts.ts";
import { platformRoute } from "../platform-route.ts";

export const getFacts = platformRoute({
  id: "getFacts",
  method: "GET",
  path: "platform/facts",
  summary: "Health of workers and queue for monitoring, and what needs a person.",
  answers: { 200: platformViewSchema },
  handle: async (app) => ({ status: 200, body: await app.viewPlatform() }),
});
