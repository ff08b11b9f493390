import { tenantRoute } from "../tenant-route.ts";
import { versionOf, versionParams, versionSchema } from "./version-view.ts";

export const getVersion = tenantRoute({
  id: "getObjectVersion",
  method: "GET",
  path: "tenants/{tenantId}/objects/{type}/{objectId}/versions/{versionId}",
  summary: "One version of an object.",
  right: "snapshot.read",
  params: versionParams,
  answers: { 200: versionSchema },
  handle: async (app, { scope, params }) => ({ status: 200, body: await versionOf(app, scope, params) }),
});
