import { hasRight } from "../../../src/domain/tenant/rights.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toldVersionSchema } from "./version-view.ts";

export const listVersions = tenantRoute({
  id: "listObjectVersions",
  method: "GET",
  path: "tenants/{tenantId}/objects/{type}/{objectId}/versions",
  summary:
    "What sealed snapshots showed of an object, newest first: a version for each time that it was new, changed, renamed, gone or back. The change lies between `notBefore` and `at`. Who made it is named to callers with the right actor.read.",
  right: "snapshot.read",
  params: objectParams,
  query: listQuery,
  answers: { 200: pageSchema(toldVersionSchema) },
  handle: async (app, { scope, role, params: { type, objectId }, query }) => {
    const withNames = hasRight(role, "actor.read");
    const page = await app.listVersions(scope, { type, objectId }, toPageRequest(query), { withNames });
    return { status: 200, body: page };
  },
});
