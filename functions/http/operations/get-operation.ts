import { Fault } from "../../../src/domain/error/fault.ts";
import { runDetailSchema, toRunDetail } from "../../../src/domain/operation-run/run-detail.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runParams } from "./run-params.ts";

export const getOperation = tenantRoute({
  id: "getOperation",
  method: "GET",
  path: "tenants/{tenantId}/operations/{runId}",
  summary: "One operation run with its timeline, from the database alone.",
  right: "operation.read",
  params: runParams,
  answers: { 200: runDetailSchema },
  handle: async (app, { scope, params }) => {
    const { runs } = app.storesOf(scope);
    const run = await runs.read(params.runId);
    if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
    return { status: 200, body: toRunDetail(run, await runs.story(run.id), app.viewing()) };
  },
});
