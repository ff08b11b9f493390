import { z } from "zod";
import { hasRight } from "../../../src/domain/tenant/rights.ts";
import type { VersionFilter } from "../../../src/domain/version/repository.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { utcTime } from "../utc-time.ts";
import { toldVersionSchema } from "./version-view.ts";

export const listChanges = tenantRoute({
  id: "listChanges",
  method: "GET",
  path: "tenants/{tenantId}/changes",
  summary:
    "What changed in the tenant, as sealed snapshots showed it, newest first. Ignored objects are left out unless `ignored=true`. Who made a change is named to callers with the right actor.read.",
  right: "snapshot.read",
  query: listQuery.extend({
    from: utcTime.optional(),
    to: utcTime.optional(),
    type: objectParams.shape.type.optional(),
    event: z.enum(["new", "changed", "renamed", "gone", "back"]).optional(),
    ignored: z.literal("true").optional(),
  }),
  answers: { 200: pageSchema(toldVersionSchema) },
  handle: async (app, { scope, role, query: { from, to, type, event, ignored, ...query } }) => {
    const filter = definedOnly<VersionFilter>({ from, to, type, event });
    const how = { withNames: hasRight(role, "actor.read"), withIgnored: ignored === "true" };
    return { status: 200, body: await app.listChanges(scope, filter, toPageRequest(query), how) };
  },
});
