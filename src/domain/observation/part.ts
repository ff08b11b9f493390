import { z } from "zod";
import { countsSchema } from "../counts/counts.ts";
import { deletedMeanwhileSchema } from "../failure/deleted-meanwhile.ts";
import { storedFailureSchema } from "../failure/failure.ts";
import { typeStateSchema } from "../failure/type-state.ts";

/**
 * What one attempt read of one object type: a create-only document, the first one wins (runs.md 5). The entries are in
 * a staging blob named by their hash.
 */
export const partSchema = z.object({
  runId: z.string(),
  attempt: z.int().min(1),
  type: z.string(),
  group: z.string(),
  typeState: typeStateSchema,
  counts: countsSchema,
  failures: z.array(storedFailureSchema),
  /** Left out when there is none. */
  deletedMeanwhile: deletedMeanwhileSchema.optional(),
  /** Path of the staging blob; null when nothing was read, as of most types in most tenants. */
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
  /** Creates the part; when it exists already, the stored one is the answer. */
  create(part: Part): Promise<Part>;
  ofAttempt(runId: string, attempt: number): Promise<readonly Part[]>;
};
