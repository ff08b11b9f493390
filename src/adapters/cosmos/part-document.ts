import { z } from "zod";
import type { Counts } from "../../domain/counts/counts.ts";
import { type Part, partSchema, type TypeResult, typeResultSchema } from "../../domain/observation/part.ts";
import { toSmallProgress } from "../../domain/operation-run/group-progress.ts";
import { parseDocument } from "./document.ts";

const count = z.int().min(0);

/** Counts of a type that was read: what is not said is none, or the sum of what is said. */
const smallCountsSchema = z
  .object({
    total: count.nullable().optional(),
    processed: count.optional(),
    succeeded: count.default(0),
    failed: count.default(0),
    skipped: count.default(0),
    gaps: count.default(0),
  })
  .transform(({ total, processed: said, ...counts }): Counts => {
    const processed = said ?? counts.succeeded + counts.failed;
    return { ...counts, processed, total: total === undefined ? processed : total };
  });

/** Most of the hundred types of a tenant have no object: of these the name is all that is written. */
const smallResultSchema = typeResultSchema.extend({
  typeState: typeResultSchema.shape.typeState.default({ state: "complete" }),
  counts: smallCountsSchema.prefault({}),
  failures: typeResultSchema.shape.failures.default([]),
});

/** A part as it is stored: with its number among those of its group, from 1. */
const storedSchema = partSchema.extend({ types: z.array(smallResultSchema), n: z.int().min(1) });

/** A part of one type, as the release before left it behind. Such a part is there before those of its group. */
const typePartSchema = partSchema
  .omit({ types: true })
  .extend(typeResultSchema.shape)
  .transform(({ type, typeState, counts, failures, deletedMeanwhile, ...part }) => {
    const result = { type, typeState, counts, failures, ...(deletedMeanwhile ? { deletedMeanwhile } : {}) };
    return { ...part, types: [result], n: 0 };
  });

export type StoredPart = Part & { readonly n: number };

export const parsePart = parseDocument<StoredPart>(z.union([storedSchema, typePartSchema]));

/** A part as short as it can be said: its write is charged by its size. */
export function toSmallPart({ types, ended, ...part }: Part): object {
  return { ...part, types: types.map(toSmallResult), ...(ended ? { ended: toSmallProgress(ended) } : {}) };
}

function toSmallResult({ typeState, counts, failures, ...result }: TypeResult): z.input<typeof smallResultSchema> {
  const small = toSmallCounts(counts);
  return {
    ...result,
    ...(typeState.state === "complete" ? {} : { typeState }),
    ...(Object.keys(small).length === 0 ? {} : { counts: small }),
    ...(failures.length === 0 ? {} : { failures }),
  };
}

function toSmallCounts({ total, processed, ...counts }: Counts): z.input<typeof smallCountsSchema> {
  const said = Object.entries(counts).filter(([, value]) => value !== 0);
  return {
    ...Object.fromEntries(said),
    ...(processed === counts.succeeded + counts.failed ? {} : { processed }),
    ...(total === processed ? {} : { total }),
  };
}
