import { tenantRoute } from "../tenant-route.ts";
import { answerDifference, differenceQuery, differenceSchema } from "./difference.ts";
import { snapshotParams } from "./snapshot-params.ts";
import { againstQuery, answerUnlessKnown, sidesOf } from "./two-sides.ts";

export const diffSnapshot = tenantRoute({
  id: "diffSnapshot",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/diff",
  summary:
    "Objects that differ from the snapshot to what `against` names, another snapshot or the inventory, ordered by type and id. What is unchanged is counted, and listed with change=unchanged. With details=counts every row of a page, of at most 100, says what changed.",
  right: "snapshot.read",
  params: snapshotParams,
  query: differenceQuery.extend(againstQuery),
  answers: { 200: differenceSchema },
  handle: async (app, { scope, params, query, ifNoneMatch }) => {
    const { against, ...asked } = query;
    const named = await sidesOf(app, scope, params.snapshotId, against);
    const sides = { left: named.left.side, right: named.right.side, matching: app.matchById };
    return answerUnlessKnown(app, named, query, ifNoneMatch, () => answerDifference(app, named, sides, asked));
  },
});
