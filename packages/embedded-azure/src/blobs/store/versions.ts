import type { BlobVersion } from "./blob-version.ts";
import type { Index } from "./open-index.ts";

/** Where a listing goes on: after this name, or after this version of it. */
export type Cursor = { readonly name: string; readonly versionId: string };

export type VersionQuery = {
  readonly container: string;
  readonly prefix: string;
  readonly after: Cursor | undefined;
  readonly allVersions: boolean;
  readonly limit: number;
};

export type Versions = {
  readonly current: (container: string, name: string) => BlobVersion | undefined;
  readonly byId: (container: string, name: string, versionId: string) => BlobVersion | undefined;
  /** Makes it the current version; the one before stays as a previous version. */
  readonly putCurrent: (version: BlobVersion) => void;
  /** The blob has no current version any more; all versions stay. */
  readonly demote: (container: string, name: string) => void;
  /** Changes what may change of a version. */
  readonly update: (version: BlobVersion) => void;
  readonly remove: (version: BlobVersion) => void;
  readonly isContentUsed: (contentId: string) => boolean;
  /** By name, then by age. */
  readonly list: (query: VersionQuery) => readonly BlobVersion[];
  readonly newestId: () => string | undefined;
};

type Row = { readonly body: string; readonly isCurrent: number };

/** Sorts after every name with the prefix: the largest character there is. */
export const lastCharacter = "\u{10FFFF}";

export function makeVersions({ prepare }: Index): Versions {
  const one = (sql: string, ...parameters: string[]) => toVersion(prepare(sql).get(...parameters));
  return {
    current: (container, name) =>
      one("SELECT body, isCurrent FROM versions WHERE container = ? AND name = ? AND isCurrent = 1", container, name),
    byId: (container, name, versionId) =>
      one(
        "SELECT body, isCurrent FROM versions WHERE container = ? AND name = ? AND versionId = ?",
        container,
        name,
        versionId,
      ),
    putCurrent: (version) => {
      demote(prepare, version.container, version.name);
      prepare(
        "INSERT INTO versions (container, name, versionId, isCurrent, contentId, body) VALUES (?, ?, ?, 1, ?, ?)",
      ).run(version.container, version.name, version.versionId, version.contentId, toBody(version));
    },
    demote: (container, name) => demote(prepare, container, name),
    update: (version) => {
      prepare("UPDATE versions SET body = ? WHERE container = ? AND name = ? AND versionId = ?").run(
        toBody(version),
        version.container,
        version.name,
        version.versionId,
      );
    },
    remove: (version) => {
      prepare("DELETE FROM versions WHERE container = ? AND name = ? AND versionId = ?").run(
        version.container,
        version.name,
        version.versionId,
      );
    },
    isContentUsed: (contentId) =>
      prepare("SELECT 1 FROM versions WHERE contentId = ? LIMIT 1").get(contentId) !== undefined,
    list: (query) => list(prepare, query),
    newestId: () => {
      const row = prepare("SELECT max(versionId) AS newest FROM versions").get();
      return typeof row?.["newest"] === "string" ? row["newest"] : undefined;
    },
  };
}

function demote(prepare: Index["prepare"], container: string, name: string): void {
  prepare("UPDATE versions SET isCurrent = 0 WHERE container = ? AND name = ? AND isCurrent = 1").run(container, name);
}

function list(prepare: Index["prepare"], query: VersionQuery): readonly BlobVersion[] {
  const { container, prefix, after, allVersions, limit } = query;
  const rows = prepare(
    `SELECT body, isCurrent FROM versions WHERE container = ? AND name >= ? AND name < ? AND (name, versionId) > (?, ?)
     ${allVersions ? "" : "AND isCurrent = 1"} ORDER BY name, versionId LIMIT ?`,
  ).all(container, prefix, `${prefix}${lastCharacter}`, after?.name ?? "", after?.versionId ?? "", limit);
  return rows.map(toVersion).filter((version) => version !== undefined);
}

/** Being current is a column of its own: it moves from version to version while the rest stays. */
function toBody(version: BlobVersion): string {
  return JSON.stringify({ ...version, isCurrent: undefined });
}

function toVersion(row: Record<string, unknown> | undefined): BlobVersion | undefined {
  if (!row) return undefined;
  // Both columns are NOT NULL and written by this file only.
  const { body, isCurrent } = row as Row;
  return { ...(JSON.parse(body) as Omit<BlobVersion, "isCurrent">), isCurrent: isCurrent === 1 };
}
