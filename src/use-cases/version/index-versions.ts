import { isListedWhole } from "../../domain/graph/is-listed-whole.ts";
import type { SnapshotBlobs, SnapshotRepository } from "../../domain/snapshot/repository.ts";
import type { Snapshot } from "../../domain/snapshot/snapshot.ts";
import { type IsListedWhole, lastReadings, type TypeReading } from "../../domain/version/last-readings.ts";
import type { VersionRepository } from "../../domain/version/repository.ts";
import { sightingsOf } from "../../domain/version/sightings.ts";
import {
  headAfter,
  headWhile,
  lookFrom,
  notIn,
  toManifestRef,
  type VersionHead,
} from "../../domain/version/version-head.ts";
import { type FindDeps, findVersions } from "./find-versions.ts";
import { makeManifestReader, type ReadManifests, type ReadSnapshot } from "./read-manifest.ts";

export type IndexDeps = {
  readonly stores: {
    readonly versions: Pick<VersionRepository, "head" | "keepHead" | "newestOf" | "add">;
    readonly snapshots: Pick<SnapshotRepository, "sealedSince">;
    readonly blobs: Pick<SnapshotBlobs, "readManifest" | "readPayload">;
  };
  readonly contractOf: FindDeps["contractOf"];
};

type Held = { readonly head: VersionHead; readonly etag: string };

// A year of nights is in within eight calls.
const mostSnapshots = 50;

/**
 * Brings the sealed snapshots of a tenant into the histories of its objects, those left behind first. Safe to repeat and to
 * kill anywhere: the head says which is next, and what a snapshot makes has its ids from it. Answers how many versions it
 * made.
 */
export async function indexVersions(deps: IndexDeps): Promise<number> {
  let made = 0;
  const read = makeManifestReader(deps.stores.blobs, isWholeOf(deps));
  let held = await deps.stores.versions.head();
  let waiting = await waitingSnapshots(deps, held?.head);
  for (let count = 0; count < mostSnapshots; count += 1) {
    const [next] = waiting;
    if (!next) break;
    const done = await indexNext({ ...deps, read }, held, next);
    if (done === "moved_on") {
      held = await deps.stores.versions.head();
      waiting = await waitingSnapshots(deps, held?.head);
      continue;
    }
    made += done.made;
    held = done.held;
    waiting = waiting.slice(1);
  }
  return made;
}

function isWholeOf({ contractOf }: Pick<IndexDeps, "contractOf">): IsListedWhole {
  return (type) => {
    const contract = contractOf(type);
    return contract !== undefined && isListedWhole(contract);
  };
}

async function waitingSnapshots({ stores }: IndexDeps, head: VersionHead | undefined): Promise<Snapshot[]> {
  return notIn(head, await stores.snapshots.sealedSince(lookFrom(head)));
}

type Done = { readonly made: number; readonly held: Held };

/** One snapshot, from the claim in the head to the head that has it. A claim is needed only where something is written. */
async function indexNext(
  { read, ...deps }: IndexDeps & { readonly read: ReadManifests },
  held: Held | undefined,
  snapshot: Snapshot,
): Promise<Done | "moved_on"> {
  const { stores } = deps;
  const all = await read([...(held?.head.lasts ?? []), toManifestRef(snapshot)]);
  const next = all.at(-1)?.readings ?? new Map<string, TypeReading>();
  const before = lastReadings(all.slice(0, -1).map(({ readings }) => readings));
  const sightings = [...next].flatMap(([type, reading]) => sightingsOf(type, reading, before.get(type) ?? []));
  const versions = await findVersions({ ...deps, ...stores, isFirst: held === undefined }, snapshot.id, sightings);
  let etag = held?.etag;
  if (versions.length > 0 && held?.head.pending !== snapshot.id) {
    const claim = await stores.versions.keepHead(headWhile(held?.head, snapshot), etag);
    if (claim === undefined) return "moved_on";
    etag = claim;
  }
  await stores.versions.add(versions);
  const lasts = stillLast(all).map(({ ref }) => ref);
  const head = headAfter(held?.head, snapshot, lasts);
  const kept = await stores.versions.keepHead(head, etag);
  return kept === undefined ? "moved_on" : { made: versions.length, held: { head, etag: kept } };
}

/** Those that are the last reading of some type. */
function stillLast(all: readonly ReadSnapshot[]): ReadSnapshot[] {
  const lasts = [...lastReadings(all.map(({ readings }) => readings)).values()].flat();
  const ids = new Set(lasts.map(({ snapshotId }) => snapshotId));
  return all.filter(({ ref }) => ids.has(ref.id));
}
