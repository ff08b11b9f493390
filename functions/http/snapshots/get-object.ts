import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { readSnapshot, snapshotObjectParams } from "./snapshot-params.ts";

export const getObject = tenantRoute({
  id: "getSnapshotObject",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/objects/{type}/{objectId}",
  summary:
    "One object of the snapshot as Graph gave it, whole numbers with all their digits; its ETag is the payload's hash.",
  right: "snapshot.read",
  params: snapshotObjectParams,
  answers: { 200: z.looseObject({}) },
  handle: async (app, { scope, params }) => {
    const snapshot = await readSnapshot(app, scope, params.snapshotId);
    const { entry, payload } = await app.readObject(scope, snapshot, params.type, params.objectId);
    return { status: 200, body: payload, headers: { etag: `"${entry.payloadHash}"` } };
  },
});
