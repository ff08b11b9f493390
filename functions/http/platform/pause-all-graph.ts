import { pausedViewSchema } from "../graph/paused-view.ts";
import { platformRoute } from "../platform-route.ts";
import { toInitiator } from "../to-initiator.ts";

export const pauseAllGraph = platformRoute({
  id: "pauseAllGraph",
  method: "POST",
  path: "platform/graph/pause",
  summary: "Stop all requests to Microsoft Graph, for all tenants; runs wait.",
  answers: { 200: pausedViewSchema },
  handle: async (app, { scope, caller }) => {
    await app.setGraphPaused(scope, true, toInitiator(caller));
    return { status: 200, body: { paused: true } };
  },
});
