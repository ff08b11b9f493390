import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { answerObject, formatQuery, objectDifferenceSchema } from "./object-difference.ts";
import { snapshotObjectParams } from "./snapshot-params.ts";
import { againstQuery, answerUnlessKnown, sidesOf } from "./two-sides.ts";

export const diffObject = tenantRoute({
  id: "diffObject",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/diff/{type}/{objectId}",
  summary:
    "What differs in one object. format=json-patch gives RFC 6902 from form to form, format=markdown a page for people.",
  right: "snapshot.read",
  params: snapshotObjectParams,
  query: z.strictObject({ ...againstQuery, ...formatQuery }),
  answers: { 200: objectDifferenceSchema },
  handle: async (app, { scope, params, query, ifNoneMatch }) => {
    const { snapshotId, type, objectId } = params;
    const named = await sidesOf(app, scope, snapshotId, query.against);
    const sides = { left: named.left.side, right: named.right.side, matching: app.matchById };
    return answerUnlessKnown(app, named, { type, objectId, ...query }, ifNoneMatch, () =>
      answerObject(app, named, [sides, { type, objectId }], query.format),
    );
  },
});
