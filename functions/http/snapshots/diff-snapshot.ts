import { z } from "zod";
import { changeAreaSchema } from "../../../src/domain/comparison/change-view.ts";
import type { RowFilter } from "../../../src/domain/comparison/collected-rows.ts";
import {
  absenceReasonSchema,
  objectRowSchema,
  rowChangeSchema,
  rowCountsSchema,
} from "../../../src/domain/comparison/object-row.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, nameQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { snapshotParams } from "./snapshot-params.ts";
import { againstQuery, answerUnlessKnown, sidesOf, sideViewSchema } from "./two-sides.ts";

export const rowViewSchema = objectRowSchema.meta({ id: "ComparedObject" });

const typeRowSchema = z
  .object({
    type: z.string(),
    name: z.string(),
    counts: rowCountsSchema,
    reason: absenceReasonSchema.nullable(),
  })
  .meta({ id: "ComparedType" });

const answerSchema = pageSchema(rowViewSchema).extend({
  left: sideViewSchema,
  right: sideViewSchema,
  matchedBy: z.enum(["id", "name"]),
  counts: rowCountsSchema,
  byType: z.array(typeRowSchema),
  appeared: z.array(z.object({ type: z.string(), place: z.string(), objects: z.int() })),
  exact: z.boolean(),
});

// With counts every row of a page costs two reads.
const mostWithCounts = 100;

export const diffSnapshot = tenantRoute({
  id: "diffSnapshot",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/diff",
  summary:
    "Objects that differ from the snapshot to what `against` names, another snapshot or the inventory, ordered by type and id. What is unchanged is counted, and listed with change=unchanged. With details=counts every row of a page, of at most 100, says what changed.",
  right: "snapshot.read",
  params: snapshotParams,
  query: listQuery.extend({
    ...againstQuery,
    ...nameQuery,
    type: z.string().max(100).optional(),
    change: rowChangeSchema.optional(),
    area: changeAreaSchema.optional(),
    details: z.enum(["counts"]).optional(),
  }),
  answers: { 200: answerSchema },
  handle: async (app, { scope, params, query, ifNoneMatch }) => {
    const { left, right } = await sidesOf(app, scope, params.snapshotId, query.against);
    return answerUnlessKnown(app, { left, right }, query, ifNoneMatch, async () => {
      const { limit, page, against: _against, details, ...filters } = query;
      const wantsCounts = details === "counts";
      const request = toPageRequest({ limit: wantsCounts ? Math.min(limit, mostWithCounts) : limit, page });
      const sides = { left: left.side, right: right.side, matching: app.matchById };
      const found = await app.compareSides(sides, definedOnly<RowFilter>(filters), request, wantsCounts);
      return { status: 200, body: { left: left.view, right: right.view, ...found } };
    });
  },
});
