import { platformFactsSchema } from "../../../src/domain/platform/platform-facts.ts";
import { platformRoute } from "../platform-route.ts";

export const getFacts = platformRoute({
  id: "getFacts",
  method: "GET",
  path: "platform/facts",
  summary: "Health of workers and queue for monitoring, and what needs a person.",
  answers: { 200: platformFactsSchema },
  handle: async (app) => ({ status: 200, body: await app.readPlatformFacts() }),
});
