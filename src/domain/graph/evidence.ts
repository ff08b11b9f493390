import { z } from "zod";

/**
 * How well it is known that Graph answers a GET. Metadata, SDKs and permissions list paths that have no route, so none of
 * them makes a path `sure`: `sure` is what somebody's tool sends or what an answer is on record for, `likely` what
 * Microsoft documents or what a near form is in use for, `doubtful` what nobody is known to send.
 */
export const evidenceSchema = z.strictObject({
  grade: z.enum(["sure", "likely", "doubtful"]),
  /** Who sends it, or where it is documented (docs/reference/graph-reads.md). */
  source: z.string().min(1),
});

export type Evidence = z.infer<typeof evidenceSchema>;
