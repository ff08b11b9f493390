import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type ContentFiles, openContentFiles } from "./content-files.ts";
import { type Index, openIndex } from "./open-index.ts";
import { makeStamps, type Stamp } from "./version-ids.ts";
import { makeVersions, type Versions } from "./versions.ts";

export type Container = { readonly name: string; readonly etag: string; readonly modifiedMs: number };

/** A block that was sent and is in no block list yet. */
export type StagedBlock = { readonly blockId: string; readonly contentId: string; readonly size: number };

export type BlobStore = {
  readonly files: ContentFiles;
  readonly versions: Versions;
  readonly atomically: Index["atomically"];
  readonly stamp: () => Stamp;
  readonly container: (name: string) => Container | undefined;
  readonly containers: () => readonly Container[];
  /** False when it exists. */
  readonly createContainer: (name: string) => boolean;
  readonly blocks: (container: string, name: string) => readonly StagedBlock[];
  /** Takes the place of a block with the same id. */
  readonly stageBlock: (container: string, name: string, block: StagedBlock) => void;
  readonly dropBlocks: (container: string, name: string) => void;
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
    ...blocksOf(index),
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

function blocksOf({ prepare }: Index) {
  return {
    blocks: (container: string, name: string) =>
      // The columns are those of the type, NOT NULL, and written below only.
      prepare("SELECT blockId, contentId, size FROM blocks WHERE container = ? AND name = ?").all(
        container,
        name,
      ) as StagedBlock[],
    stageBlock: (container: string, name: string, { blockId, contentId, size }: StagedBlock) => {
      const sql = "INSERT OR REPLACE INTO blocks (container, name, blockId, contentId, size) VALUES (?, ?, ?, ?, ?)";
      prepare(sql).run(container, name, blockId, contentId, size);
    },
    dropBlocks: (container: string, name: string) => {
      prepare("DELETE FROM blocks WHERE container = ? AND name = ?").run(container, name);
    },
  };
}
