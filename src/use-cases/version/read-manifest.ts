import { parseManifestText } from "../../domain/snapshot/manifest-text.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import { type IsListedWhole, readingsOf, type TypeReading } from "../../domain/version/last-readings.ts";
import type { ManifestRef } from "../../domain/version/version-head.ts";

/** A snapshot as history sees it. */
export type ReadSnapshot = { readonly ref: ManifestRef; readonly readings: ReadonlyMap<string, TypeReading> };

/** Reads what a snapshot says of each type. One that is damaged or gone says nothing any more; that was reported. */
export async function readReadings(
  blobs: Pick<SnapshotBlobs, "readManifest">,
  isListedWhole: IsListedWhole,
  ref: ManifestRef,
): Promise<ReadSnapshot> {
  const stored = await blobs.readManifest(ref.id, ref.rootHash, ref.manifestVersion);
  if (stored.state !== "whole") return { ref, readings: new Map() };
  return { ref, readings: readingsOf(parseManifestText(stored.text).manifest, isListedWhole) };
}
