import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { readSnapshot, snapshotObjectParams } from "./snapshot-params.ts";

const formViewSchema = z.object({ formId: z.string(), form: z.looseObject({}) }).meta({ id: "Form" });

export const getForm = tenantRoute({
  id: "getSnapshotForm",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/objects/{type}/{objectId}/form",
  summary: "The form by which an object of the snapshot is compared, without secrets and what changes by itself.",
  right: "snapshot.read",
  params: snapshotObjectParams,
  answers: { 200: formViewSchema },
  handle: async (app, { scope, params }) => {
    const snapshot = await readSnapshot(app, scope, params.snapshotId);
    return { status: 200, body: await app.readForm(scope, snapshot, params.type, params.objectId) };
  },
});
