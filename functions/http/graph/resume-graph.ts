import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { pausedViewSchema } from "./paused-view.ts";

export const resumeGraph = tenantRoute({
  id: "resumeGraph",
  method: "POST",
  path: "tenants/{tenantId}/graph/resume",
  summary: "Let requests to Microsoft Graph for this tenant go on.",
  right: "graph.pause",
  answers: { 200: pausedViewSchema },
  handle: async (app, { scope, caller }) => {
    await app.setGraphPaused(scope, false, toInitiator(caller));
    return { status: 200, body: { paused: false } };
  },
});
