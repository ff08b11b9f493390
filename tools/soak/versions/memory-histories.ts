import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { ObjectVersion } from "../../../src/domain/version/object-version.ts";
import type { VersionRepository } from "../../../src/domain/version/repository.ts";
import type { VersionHead } from "../../../src/domain/version/version-head.ts";
import { type IndexDeps, indexVersions } from "../../../src/use-cases/version/index-versions.ts";
import { contractOf, type RandomHistory, type TakenSnapshot } from "./random-history.ts";

/** Called before and after each write, and before each read; may throw, and may let others go first. */
export type Interrupt = () => Promise<void>;

/** Stores of one tenant in memory: the ports that histories use, no more. */
export function makeMemoryHistories({ payloads }: Pick<RandomHistory, "payloads">) {
  const versions = new Map<string, ObjectVersion>();
  const sealed: { snapshot: Snapshot; text: string }[] = [];
  let stored: { head: VersionHead; etag: string } | undefined;
  /** In the order in which they came in. */
  const came: string[] = [];

  const repositoryFor = (interrupt: Interrupt): Pick<VersionRepository, "head" | "keepHead" | "newestOf" | "add"> => ({
    head: async () => {
      await interrupt();
      return stored;
    },
    keepHead: async (head, etag) => {
      await interrupt();
      if (stored?.etag !== etag) return undefined;
      const before = new Set(stored?.head.recent.map(({ id }) => id));
      if (head.pending === null) came.push(...head.recent.flatMap(({ id }) => (before.has(id) ? [] : [id])));
      stored = { head, etag: String(Number(etag ?? 0) + 1) };
      const own = stored.etag;
      await interrupt();
      return own;
    },
    newestOf: async (objects) => {
      await interrupt();
      return objects.flatMap(({ type, objectId }) => {
        const own = [...versions.values()].filter((each) => each.type === type && each.objectId === objectId);
        return own.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 1);
      });
    },
    add: async (all) => {
      for (const version of all) {
        await interrupt();
        if (!versions.has(version.id)) versions.set(version.id, version);
      }
      await interrupt();
    },
  });

  const index = (interrupt: Interrupt): Promise<number> => {
    const stores: IndexDeps["stores"] = {
      versions: repositoryFor(interrupt),
      ...snapshotsIn(sealed, payloads, interrupt),
    };
    return indexVersions({ stores, contractOf });
  };

  return {
    versions,
    came,
    index,
    seal: ({ manifest, sealedAt }: TakenSnapshot) => {
      const { text, rootHash } = toManifestText(manifest);
      const snapshot = { id: manifest.snapshotId, sealedAt, rootHash, manifestVersion: null };
      sealed.push({ snapshot: snapshot as unknown as Snapshot, text });
    },
  };
}

function snapshotsIn(
  sealed: readonly { readonly snapshot: Snapshot; readonly text: string }[],
  payloads: RandomHistory["payloads"],
  interrupt: Interrupt,
) {
  return {
    snapshots: {
      sealedSince: async (from: string | undefined) => {
        await interrupt();
        return sealed
          .map(({ snapshot }) => snapshot)
          .filter(({ sealedAt }) => from === undefined || sealedAt >= from)
          .toSorted((a, b) => (a.sealedAt < b.sealedAt ? -1 : 1));
      },
    },
    blobs: {
      readManifest: async (id: string) => {
        await interrupt();
        const text = sealed.find(({ snapshot }) => snapshot.id === id)?.text;
        return text === undefined ? ({ state: "missing" } as const) : ({ state: "whole", text } as const);
      },
      readPayload: async (hash: string) =>
        ({ state: "whole", text: canonicalJson(payloads.get(hash) ?? null) }) as const,
    },
  };
}
