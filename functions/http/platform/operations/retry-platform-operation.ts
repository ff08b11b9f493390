import { runTypeOf } from "../../../../src/domain/operation-run/run-type.ts";
import { startedViewSchema } from "../../../../src/domain/operation-run/run-view.ts";
import { retryBody } from "../../operations/retry-operation.ts";
import { runParams } from "../../operations/run-params.ts";
import { answerStart } from "../../operations/start.ts";
import { platformRoute } from "../../platform-route.ts";

export const retryPlatformOperation = platformRoute({
  id: "retryPlatformOperation",
  method: "POST",
  path: "platform/operations/{runId}/retry",
  summary: "Repeat a completed run over all its tenants, or over those without a complete snapshot from it.",
  isStart: true,
  params: runParams,
  body: retryBody,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: async (app, request) => {
    const { run } = await app.fleet.read(request.scope, request.params.runId);
    const { parts } = request.body;
    return answerStart(app, request, { retryOf: run.id, parts }, (context) =>
      runTypeOf(run).endsFrom === "links"
        ? app.fleet.retry(run, parts, context)
        : app.retryOperation(run, parts, context),
    );
  },
});
