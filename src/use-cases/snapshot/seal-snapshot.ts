import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { sumCounts } from "../../domain/counts/counts.ts";
import type { Part } from "../../domain/observation/part.ts";
import { parseStagedEntries, type StagedEntry } from "../../domain/observation/staged-entry.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { toImmutability } from "../../domain/snapshot/immutability.ts";
import { toManifestText } from "../../domain/snapshot/manifest-text.ts";
import { type Manifest, type Snapshot, snapshotIdOf } from "../../domain/snapshot/snapshot.ts";
import type { StoresOf, TenantStores } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/**
 * Seals the snapshot of a run from its parts: first the manifest blob, then the head, which decides. A head that exists
 * already is the answer, so a repeat changes nothing (runs.md 6). `isOurs`: the sealed manifest is that of these parts,
 * not of another attempt. `abandoned`: whoever closes the run was first, so there will be no snapshot.
 */
export async function sealSnapshot(
  { storesOf, clock }: { storesOf: StoresOf; clock: Clock },
  scope: TenantScope,
  run: OperationRun,
  parts: readonly Part[],
): Promise<{ snapshot: Snapshot; isOurs: boolean } | "abandoned"> {
  const stores = storesOf(scope);
  const staged = await Promise.all(parts.map((part) => stagedEntries(stores, part)));
  const manifest = toManifest(scope, run, parts, staged);
  const { text, rootHash } = toManifestText(manifest);
  const stored = await stores.blobs.putManifest(manifest.snapshotId, rootHash, text);
  const gaps = gapsOf(parts);
  const sealedAt = isoTime(clock.nowMs());
  const protections = [stored, ...staged.flat()].map(({ protection }) => protection);
  const snapshot = await stores.snapshots.seal({
    id: manifest.snapshotId,
    tenantId: scope.tenantId,
    runId: run.id,
    state: gaps.length === 0 ? "complete" : "complete_with_gaps",
    label: run.input.label,
    createdAt: run.createdAt,
    sealedAt,
    window: manifest.window,
    counts: sumCounts(parts.map((part) => part.counts)),
    gaps,
    rootHash,
    manifestVersion: stored.versionId,
    immutability: toImmutability(protections, sealedAt),
    types: manifest.types.map(({ type }) => type),
    size: manifest.entries.reduce((total, entry) => total + entry.size, 0),
  });
  return snapshot === "abandoned" ? snapshot : { snapshot, isOurs: snapshot.rootHash === rootHash };
}

function toManifest(
  { tenantId }: TenantScope,
  run: OperationRun,
  parts: readonly Part[],
  staged: readonly (readonly StagedEntry[])[],
): Manifest {
  return {
    snapshotId: snapshotIdOf(run.id),
    tenantId,
    runId: run.id,
    window: windowOf(run, parts),
    types: parts
      .map((part, position) => ({
        type: part.type,
        objects: staged[position]?.length ?? 0,
        typeState: part.typeState,
      }))
      .toSorted((a, b) => (a.type < b.type ? -1 : 1)),
    entries: staged.flat().map(({ entry }) => entry),
  };
}

async function stagedEntries({ staging }: TenantStores, part: Part): Promise<StagedEntry[]> {
  return part.staging === null ? [] : parseStagedEntries(await staging.read(part.staging));
}

function windowOf(run: OperationRun, parts: readonly Part[]): { from: string; to: string } {
  const froms = parts.map((part) => part.window.from).sort();
  const tos = parts.map((part) => part.window.to).sort();
  return { from: froms[0] ?? run.createdAt, to: tos.at(-1) ?? run.createdAt };
}

function gapsOf(parts: readonly Part[]): Snapshot["gaps"] {
  return parts.flatMap(({ type, typeState }) =>
    typeState.state === "incomplete" ? [{ type, code: typeState.code, message: typeState.message }] : [],
  );
}
