import { parseManifestText } from "../../domain/snapshot/manifest-text.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import { type IsListedWhole, readingsOf, type TypeReading } from "../../domain/version/last-readings.ts";
import type { ManifestRef } from "../../domain/version/version-head.ts";

type Blobs = Pick<SnapshotBlobs, "readManifest">;

/** A snapshot as history sees it. */
export type ReadSnapshot = { readonly ref: ManifestRef; readonly readings: ReadonlyMap<string, TypeReading> };

/** What snapshots say, in the order asked for. */
export type ReadManifests = (refs: readonly ManifestRef[]) => Promise<readonly ReadSnapshot[]>;

/** Reads each snapshot once, as long as each question names it again: those of the last one stay in memory, no others. */
export function makeManifestReader(blobs: Blobs, isListedWhole: IsListedWhole): ReadManifests {
  let held = new Map<string, ReadSnapshot>();
  return async (refs) => {
    const all = await Promise.all(refs.map(async (ref) => held.get(ref.id) ?? readReadings(blobs, isListedWhole, ref)));
    held = new Map(all.map((each) => [each.ref.id, each]));
    return all;
  };
}

/** What a snapshot says of each type. One that is damaged or gone says nothing any more; that was reported. */
async function readReadings(blobs: Blobs, isListedWhole: IsListedWhole, ref: ManifestRef): Promise<ReadSnapshot> {
  const stored = await blobs.readManifest(ref.id, ref.rootHash, ref.manifestVersion);
  if (stored.state !== "whole") return { ref, readings: new Map() };
  return { ref, readings: readingsOf(parseManifestText(stored.text).manifest, isListedWhole) };
}
