import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
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
import type { Answer } from "../route.ts";
import { type NamedSide, sideViewSchema } from "./two-sides.ts";

export const rowViewSchema = objectRowSchema.meta({ id: "ComparedObject" });

const typeRowSchema = z
  .object({
    type: z.string(),
    name: z.string(),
    counts: rowCountsSchema,
    reason: absenceReasonSchema.nullable(),
  })
  .meta({ id: "ComparedType" });

export const differenceSchema = pageSchema(rowViewSchema).extend({
  left: sideViewSchema,
  right: sideViewSchema,
  matchedBy: z.enum(["id", "name"]),
  counts: rowCountsSchema,
  byType: z.array(typeRowSchema),
  appeared: z.array(z.object({ type: z.string(), place: z.string(), objects: z.int() })),
  exact: z.boolean(),
});

/** Which rows of a difference are wanted, beside its sides. */
export const differenceQuery = listQuery.extend({
  ...nameQuery,
  type: z.string().max(100).optional(),
  change: rowChangeSchema.optional(),
  area: changeAreaSchema.optional(),
  details: z.enum(["counts"]).optional(),
});

// With counts every row of a page costs two reads.
const mostWithCounts = 100;

/** A page of what differs between two sides. */
export async function answerDifference(
  app: HttpApp,
  { left, right }: { readonly left: NamedSide; readonly right: NamedSide },
  sides: Parameters<HttpApp["compareSides"]>[0],
  { limit, page, details, ...filters }: z.infer<typeof differenceQuery>,
): Promise<Answer> {
  const wantsCounts = details === "counts";
  const request = toPageRequest({ limit: wantsCounts ? Math.min(limit, mostWithCounts) : limit, page });
  const found = await app.compareSides(sides, definedOnly<RowFilter>(filters), request, wantsCounts);
  return { status: 200, body: { left: left.view, right: right.view, ...found } };
}
