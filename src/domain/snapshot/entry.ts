import { z } from "zod";

/**
 * Names the rule that a configuration hash was made by: hashes of two rules say nothing of each other. Absent: a rule
 * before they had names, or a name that is none; the same as no other.
 */
export const formIdSchema = z.string().optional().catch(undefined);

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One object in a snapshot; what a newer version says beside is passed over. Two hashes, never confused: the bytes as Graph gave them, and the form for comparing. */
export const entrySchema = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string(),
  /** SHA-256 of the canonical JSON of the payload; names the payload's blob. */
  payloadHash: hashSchema,
  /** Version of that blob; null when the store keeps none. */
  payloadVersion: z.string().nullable().default(null),
  /** SHA-256 of the payload without volatile and read-only properties. */
  configurationHash: hashSchema,
  /** Bytes of the canonical JSON, uncompressed. */
  size: z.int().min(0),
  readAt: z.iso.datetime(),
});

export type Entry = z.infer<typeof entrySchema>;

/** Order of entries in a manifest and of every list of them. */
export function compareEntries(a: Pick<Entry, "type" | "id">, b: Pick<Entry, "type" | "id">): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
