import { startedViewSchema } from "../../../../src/domain/operation-run/run-view.ts";
import { retryBody } from "../../operations/retry-operation.ts";
import { runParams } from "../../operations/run-params.ts";
import { keyOf, toStarted } from "../../operations/start.ts";
import { platformRoute } from "../../platform-route.ts";
import { toInitiator } from "../../to-initiator.ts";

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
    const { scope, caller, trace, params, body } = request;
    const { run } = await app.fleet.read(scope, params.runId);
    const key = keyOf(request, { retryOf: run.id, parts: body.parts });
    const started = await app.fleet.retry(run, body.parts, { scope, initiator: toInitiator(caller), ...trace, ...key });
    return toStarted(app, started);
  },
});
