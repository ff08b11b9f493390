import { snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import { tenantRoute } from "../tenant-route.ts";
import { readSnapshot, snapshotParams } from "./snapshot-params.ts";

export const snapshotViewSchema = snapshotSchema.meta({ id: "Snapshot" });

export const getSnapshot = tenantRoute({
  id: "getSnapshot",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}",
  summary: "The head of one sealed snapshot.",
  right: "snapshot.read",
  params: snapshotParams,
  answers: { 200: snapshotViewSchema },
  handle: async (app, { scope, params }) => ({
    status: 200,
    body: await readSnapshot(app, scope, params.snapshotId),
  }),
});
