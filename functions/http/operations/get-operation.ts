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
    const { run, history } = await app.readOperation(scope, params.runId);
    return { status: 200, body: toRunDetail(run, history, app.viewing()) };
  },
});
