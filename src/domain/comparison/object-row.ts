import { z } from "zod";
import { hashSchema } from "../snapshot/entry.ts";
import { changeAreaSchema } from "./change-view.ts";

/** `ambiguous`: several objects of the other tenant, or of its own, have its name, so that none is paired with it. */
export const rowChangeSchema = z.enum(["added", "removed", "changed", "unchanged", "incomparable", "ambiguous"]);

export type RowChange = z.infer<typeof rowChangeSchema>;

/**
 * Why the absence of an object says nothing: its type was not read, not whole, has no licence, or no list shows it all; or
 * the inventory, which forgets nothing, never saw the object.
 */
export const absenceReasonSchema = z.enum([
  "not_read",
  "incomplete",
  "not_licensed",
  "not_listed_whole",
  "not_observed",
]);

export type AbsenceReason = z.infer<typeof absenceReasonSchema>;

/** Why an object is incomparable: the above, or its counterpart by name is another kind of thing. */
const rowReasonSchema = z.enum([...absenceReasonSchema.options, "other_kind"]);

const count = z.int().min(0);

/** Changes of an object by kind. */
export const changeCountsSchema = z.object({
  added: count,
  removed: count,
  changed: count,
  moved: count,
  appeared: count,
  secret: count,
});

export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** What a comparison says of one object. */
export const objectRowSchema = z.object({
  type: z.string(),
  id: z.string(),
  /**
   * Between two tenants its id on the right, where that is another. In one tenant, of an object that was removed or
   * added: the one of the same name that is on the other side alone, if it is one.
   */
  otherId: z.string().nullable(),
  name: z.string(),
  /** Its name on the right, where that is another. */
  otherName: z.string().nullable(),
  change: rowChangeSchema,
  reason: rowReasonSchema.nullable(),
  /** Null where the payloads were not read. */
  areas: z.array(changeAreaSchema).nullable(),
  counts: changeCountsSchema.nullable(),
  /** `hash`: that it changed is what hashes say, and they may say so of a change that is none. */
  detail: z.enum(["whole", "hash"]),
  /** Configuration hashes; null where the side has no such object. */
  leftHash: hashSchema.nullable(),
  rightHash: hashSchema.nullable(),
  risk: z.enum(["low", "medium", "high"]).nullable(),
});

export type ObjectRow = z.infer<typeof objectRowSchema>;

/** Objects of a type, or of all, by what became of them. */
export const rowCountsSchema = z.record(rowChangeSchema, count);

export type RowCounts = z.infer<typeof rowCountsSchema>;

export const noRows: RowCounts = { added: 0, removed: 0, changed: 0, unchanged: 0, incomparable: 0, ambiguous: 0 };
