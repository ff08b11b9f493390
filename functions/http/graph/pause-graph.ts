import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { pausedViewSchema } from "./paused-view.ts";

export const pauseGraph = tenantRoute({
  id: "pauseGraph",
  method: "POST",
  path: "tenants/{tenantId}/graph/pause",
  summary: "Stop all requests to Microsoft Graph for this tenant; runs wait.",
  right: "graph.pause",
  answers: { 200: pausedViewSchema },
  handle: async (app, { scope, caller }) => {
    await app.setGraphPaused(scope, true, toInitiator(caller));
    return { status: 200, body: { paused: true } };
  },
});
