import { z } from "zod";
import { runPartSchema, toRunParts } from "../../../src/domain/observation/run-part.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runParams } from "./run-params.ts";

const runPartsSchema = z
  .object({
    items: z.array(runPartSchema),
    /** Parts are kept for 7 days. Of an older run only its own lines are left: no times, and no failures by group. */
    partsKept: z.boolean(),
  })
  .meta({ id: "RunParts" });

export const listRunParts = tenantRoute({
  id: "listRunParts",
  method: "GET",
  path: "tenants/{tenantId}/operations/{runId}/parts",
  summary: "Service groups of the present or last attempt of a run, by name; as far as it still knows after 7 days.",
  right: "operation.read",
  params: runParams,
  answers: { 200: runPartsSchema },
  handle: async (app, { scope, params }) => {
    const { run, parts } = await app.readRunParts(scope, params.runId);
    return { status: 200, body: { items: toRunParts(run, parts ?? [], app.viewing()), partsKept: parts !== null } };
  },
});
