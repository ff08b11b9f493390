import { pausedViewSchema } from "../graph/paused-view.ts";
import { platformRoute } from "../platform-route.ts";
import { toInitiator } from "../to-initiator.ts";

export const resumeAllGraph = platformRoute({
  id: "resumeAllGraph",
  method: "POST",
  path: "platform/graph/resume",
  summary: "Let requests to Microsoft Graph go on, but for tenants paused on their own.",
  answers: { 200: pausedViewSchema },
  handle: async (app, { scope, caller }) => {
    await app.setGraphPaused(scope, false, toInitiator(caller));
    return { status: 200, body: { paused: false } };
  },
});
