import { z } from "zod";
import { countsSchema } from "../counts/counts.ts";
import { deletedMeanwhileSchema } from "../failure/deleted-meanwhile.ts";
import { storedFailureSchema } from "../failure/failure.ts";
import { typeStateSchema } from "../failure/type-state.ts";
import { groupProgressSchema } from "../operation-run/group-progress.ts";
import { formIdSchema } from "../snapshot/entry.ts";

/** What was found out about one object type. */
export const typeResultSchema = z.object({
  type: z.string(),
  typeState: typeStateSchema,
  counts: countsSchema,
  failures: z.array(storedFailureSchema),
  /** The rule of its configuration hashes. */
  formId: formIdSchema,
  /** Left out when there is none. */
  deletedMeanwhile: deletedMeanwhileSchema.optional(),
});

export type TypeResult = z.infer<typeof typeResultSchema>;

/**
 * What one activity read of its service group: the types that it finished. A create-only document; a type counts once,
 * by the first part that has it (runs.md 5). The entries of all of them are in one staging blob, named by their hash.
 */
export const partSchema = z.object({
  runId: z.string(),
  attempt: z.int().min(1),
  group: z.string(),
  types: z.array(typeResultSchema),
  /** How far the group was when all of it was read; left out when the activity ended before that. */
  ended: groupProgressSchema.optional(),
  /** Path of the staging blob; null when no object was read. */
  staging: z.string().nullable(),
  /** First and last read of this part. */
  window: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  objectsAdded: z.int().min(0),
  bytesAdded: z.int().min(0),
  graphRequests: z.int().min(0),
});

export type Part = z.infer<typeof partSchema>;

/** Parts of one tenant scope. */
export type PartRepository = {
  /**
   * Adds a part to those of its group, of which so many were seen before. Adding it again changes nothing. Fault
   * `conflict` when others add without pause.
   */
  add(part: Part, seenBefore: number): Promise<void>;
  /** Those of each group in the order in which they were added. */
  ofAttempt(runId: string, attempt: number): Promise<readonly Part[]>;
  ofGroup(runId: string, attempt: number, group: string): Promise<readonly Part[]>;
};
