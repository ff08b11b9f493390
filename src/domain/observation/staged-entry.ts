import { z } from "zod";
import { entrySchema } from "../snapshot/entry.ts";
import { protectionSchema } from "../snapshot/immutability.ts";

/** One line of a staging blob: the entry that a snapshot will hold, and what only the sealing needs to know of it. */
export const stagedEntrySchema = z.object({
  entry: entrySchema,
  /** Groups that the object's assignments name. */
  groupIds: z.array(z.string()),
  /** Of the payload's blob; nothing when the store does not protect it. */
  protection: protectionSchema.nullable().optional(),
});

export type StagedEntry = z.infer<typeof stagedEntrySchema>;

/** Staged entries as NDJSON. */
export function toStagingText(lines: readonly StagedEntry[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

export function parseStagedEntries(text: string): StagedEntry[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => stagedEntrySchema.parse(JSON.parse(line)));
}
