import { z } from "zod";
import { entrySchema } from "../snapshot/entry.ts";

/** One line of a staging blob: the entry that a snapshot will hold, and the groups that the object's assignments name. */
export const stagedEntrySchema = z.strictObject({ entry: entrySchema, groupIds: z.array(z.string()) });

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
