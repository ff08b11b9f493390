import { Fault } from "../../../src/domain/error/fault.ts";
import { runViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runParams } from "./run-params.ts";

export const getOperation = tenantRoute({
  id: "getOperation",
  method: "GET",
  path: "tenants/{tenantId}/operations/{runId}",
  summary: "One operation run, from the database alone.",
  right: "operation.read",
  params: runParams,
  answers: { 200: runViewSchema },
  handle: async (app, { scope, params }) => {
    const run = await app.storesOf(scope).runs.read(params.runId);
    if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
    return { status: 200, body: toRunView(run) };
  },
});
