import { z } from "zod";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { tenantRoute } from "../tenant-route.ts";
import { authoriseRun } from "./authorise-run.ts";
import { runParams } from "./run-params.ts";
import { answerStart } from "./start.ts";

export const retryBody = z.strictObject({ parts: z.enum(["all", "failed"]) });

export const retryOperation = tenantRoute({
  id: "retryOperation",
  method: "POST",
  path: "tenants/{tenantId}/operations/{runId}/retry",
  summary: "Repeat a completed run, whole or only the object types that failed.",
  right: "operation.cancel_own",
  isStart: true,
  params: runParams,
  body: retryBody,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: async (app, request) => {
    const run = await authoriseRun(app, request, request.params.runId);
    const { parts } = request.body;
    return answerStart(app, request, { retryOf: run.id, parts }, (context) => app.retryOperation(run, parts, context));
  },
});
