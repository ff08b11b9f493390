import { canonicalJson } from "../../domain/json/canonical-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { type ObjectVersion, refKey } from "../../domain/version/object-version.ts";
import { lookFrom, notIn, type VersionHead } from "../../domain/version/version-head.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { type IndexDeps, indexVersions } from "./index-versions.ts";

type RebuildDeps = Omit<IndexDeps, "stores"> & {
  readonly stores: Pick<TenantStores, "versions" | "snapshots" | "blobs">;
};

const readsAtOnce = 16;

/** What the manifests of a tenant say of its histories, held against what is stored. */
export type Rebuilt = {
  readonly derived: number;
  readonly missing: readonly ObjectVersion[];
  /** Ids of what is stored and says something else today: a rule that has changed since, or the order of late snapshots. */
  readonly others: readonly string[];
};

/**
 * Derives all versions of a tenant anew from the manifests that are in its history, in the order of their sealing, in memory
 * and beside the work of others. Versions that are stored are never changed or removed: of a snapshot that is kept no longer
 * only they tell.
 */
export async function rebuildVersions({ stores, ...rules }: RebuildDeps): Promise<Rebuilt> {
  const stored = await stores.versions.head();
  const waiting = await waitingIds(stores.snapshots, stored?.head);
  const sealedSince = async (from: string | undefined): Promise<Snapshot[]> =>
    (await stores.snapshots.sealedSince(from)).filter(({ id }) => !waiting.has(id));
  const memory = memoryVersions();
  const derive = () =>
    indexVersions({ ...rules, stores: { blobs: stores.blobs, versions: memory.port, snapshots: { sealedSince } } });
  for (let before = -1; before < memory.heads(); ) {
    before = memory.heads();
    await derive();
  }
  const derived = memory.all();
  const found = await mapAtOnce(derived, readsAtOnce, ({ id }) => stores.versions.read(id));
  const missing = derived.filter((_, index) => found[index] === undefined);
  const others = derived.filter((each, index) => isOther(each, found[index])).map(({ id }) => id);
  return { derived: derived.length, missing, others };
}

function isOther(derived: ObjectVersion, stored: ObjectVersion | undefined): boolean {
  return stored !== undefined && canonicalJson(toJson(derived)) !== canonicalJson(toJson(stored));
}

/** A version is JSON, but for the rule that is left out. */
function toJson(version: ObjectVersion): JsonObject {
  return JSON.parse(JSON.stringify(version));
}

/** What is sealed and not in yet is for the next night. */
async function waitingIds(snapshots: IndexDeps["stores"]["snapshots"], head: VersionHead | undefined) {
  if (!head) return new Set<string>();
  return new Set(notIn(head, await snapshots.sealedSince(lookFrom(head))).map(({ id }) => id));
}

/** Histories in memory, for one who works alone. */
function memoryVersions() {
  const versions = new Map<string, ObjectVersion>();
  const newest = new Map<string, ObjectVersion>();
  let heads = 0;
  let held: { readonly head: VersionHead; readonly etag: string } | undefined;
  const port: IndexDeps["stores"]["versions"] = {
    head: async () => held,
    keepHead: async (head) => {
      heads += 1;
      held = { head, etag: String(heads) };
      return held.etag;
    },
    newestOf: async (objects) => objects.flatMap((object) => newest.get(refKey(object)) ?? []),
    add: async (all) => {
      for (const version of all) {
        versions.set(version.id, version);
        newest.set(refKey(version), version);
      }
    },
  };
  return { port, all: () => [...versions.values()], heads: () => heads };
}
