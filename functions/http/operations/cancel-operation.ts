import { runViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { authoriseRun } from "./authorise-run.ts";
import { runParams } from "./run-params.ts";

export const cancelOperation = tenantRoute({
  id: "cancelOperation",
  method: "POST",
  path: "tenants/{tenantId}/operations/{runId}/cancel",
  summary: "Cancel a run: a queued one ends at once (200), a running one with its worker's next heartbeat (202).",
  right: "operation.cancel_own",
  params: runParams,
  answers: { 200: runViewSchema, 202: runViewSchema },
  handle: async (app, request) => {
    const { id } = await authoriseRun(app, request, request.params.runId);
    const run = await app.cancelOperation(request.scope, id, toInitiator(request.caller));
    return { status: run.status === "completed" ? 200 : 202, body: toRunView(run, app.viewing()) };
  },
});
