import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What a data folder knows of a tenant that was made of a folder of exports. */
const recordSchema = z.object({
  /** Absolute. */
  folder: z.string(),
  /** Hash of each object that was put, by collection and id. */
  objects: z.record(z.string(), z.string()),
});

const recordsSchema = z.record(z.string(), recordSchema);

export type ImportRecord = z.infer<typeof recordSchema>;
/** By id of the tenant. */
export type ImportRecords = Readonly<Record<string, ImportRecord>>;

function fileOf(dir: string): string {
  return join(dir, "imports.json");
}

/** None where nothing was imported yet, or what is there cannot be read: then every folder is read as a new one. */
export async function readImportRecords(dir: string): Promise<ImportRecords> {
  const text = await readFile(fileOf(dir), "utf8").catch(() => "{}");
  try {
    return recordsSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export async function writeImportRecords(dir: string, records: ImportRecords): Promise<void> {
  await writeFile(fileOf(dir), JSON.stringify(records), { mode: 0o600 });
}
