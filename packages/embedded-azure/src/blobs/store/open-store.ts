import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type ContentFiles, openContentFiles } from "./content-files.ts";
import { type Index, openIndex } from "./open-index.ts";
import { makeStamps, type Stamp } from "./version-ids.ts";
import { makeVersions, type Versions } from "./versions.ts";

export type Container = { readonly name: string; readonly etag: string; readonly modifiedMs: number };

export type BlobStore = {
  readonly files: ContentFiles;
  readonly versions: Versions;
  readonly atomically: Index["atomically"];
  readonly stamp: () => Stamp;
  readonly container: (name: string) => Container | undefined;
  readonly containers: () => readonly Container[];
  /** False when it exists. */
  readonly createContainer: (name: string) => boolean;
  readonly close: () => void;
};

export async function openStore(dir: string, nowMs: () => number): Promise<BlobStore> {
  await mkdir(dir, { recursive: true });
  const files = await openContentFiles(dir);
  const index = openIndex(join(dir, "index.sqlite"));
  const versions = makeVersions(index);
  const stamp = makeStamps(versions.newestId(), nowMs);
  return {
    files,
    versions,
    stamp,
    atomically: index.atomically,
    close: index.close,
    ...containersOf(index, stamp),
  };
}

function containersOf({ prepare }: Index, stamp: () => Stamp) {
  // The columns are those of the type, NOT NULL, and written below only.
  const all = () => prepare("SELECT name, etag, modifiedMs FROM containers ORDER BY name").all() as Container[];
  return {
    containers: all,
    container: (name: string) => all().find((container) => container.name === name),
    createContainer: (name: string) => {
      const { etag, ms } = stamp();
      const sql = "INSERT INTO containers (name, etag, modifiedMs) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
      return prepare(sql).run(name, etag, ms).changes === 1;
    },
  };
}
