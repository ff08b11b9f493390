import { z } from "zod";

/** How many items each list of Microsoft's gave, by the key of its contract. */
const countsSchema = z.record(z.string(), z.int().min(0));

export type DefinitionCounts = z.infer<typeof countsSchema>;

/** The names of one language: which blob holds them, and what they were made from. */
const definitionSetSchema = z.object({
  /** SHA-256 of the blob's text, which names it. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  perList: countsSchema,
  /** When they were read. */
  at: z.string(),
});

/** The document `definitions` of the platform: the set of each language that has one. A newer version may have more. */
export const definitionSetsSchema = z.object({ languages: z.record(z.string(), definitionSetSchema) });

export type DefinitionSets = z.infer<typeof definitionSetsSchema>;

/** What a list may lose from one reading to the next; more is no change of Microsoft's, but a reading that went wrong. */
const mayLose = 0.05;

/** The lists that lost more than they may; a list that was not read before has lost nothing. */
export function shrunkLists(before: DefinitionCounts, now: DefinitionCounts): string[] {
  return Object.entries(before).flatMap(([list, count]) => ((now[list] ?? 0) < count * (1 - mayLose) ? [list] : []));
}
