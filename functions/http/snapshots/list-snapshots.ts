import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { snapshotViewSchema } from "./get-snapshot.ts";

export const listSnapshots = tenantRoute({
  id: "listSnapshots",
  method: "GET",
  path: "tenants/{tenantId}/snapshots",
  summary: "Sealed snapshots of the tenant, newest first.",
  right: "snapshot.read",
  query: listQuery,
  answers: { 200: pageSchema(snapshotViewSchema) },
  handle: async (app, { scope, query }) => ({
    status: 200,
    body: await app.storesFor(scope).snapshots.list(toPageRequest(query)),
  }),
});
