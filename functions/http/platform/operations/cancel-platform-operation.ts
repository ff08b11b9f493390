import { runViewSchema, toRunView } from "../../../../src/domain/operation-run/run-view.ts";
import { runParams } from "../../operations/run-params.ts";
import { platformRoute } from "../../platform-route.ts";
import { toInitiator } from "../../to-initiator.ts";

export const cancelPlatformOperation = platformRoute({
  id: "cancelPlatformOperation",
  method: "POST",
  path: "platform/operations/{runId}/cancel",
  summary:
    "Start no more children, and cancel those that are this run's alone: a queued run ends at once (200), else 202.",
  params: runParams,
  answers: { 200: runViewSchema, 202: runViewSchema },
  handle: async (app, { scope, caller, params }) => {
    const run = await app.fleet.cancel(scope, params.runId, toInitiator(caller));
    return { status: run.status === "completed" ? 200 : 202, body: toRunView(run, app.viewing()) };
  },
});
