import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { sumCounts } from "../../domain/counts/counts.ts";
import type { Part, TypeResult } from "../../domain/observation/part.ts";
import { parseStagedEntries, type StagedEntry } from "../../domain/observation/staged-entry.ts";
import { countedTypes } from "../../domain/observation/type-results.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { toImmutability } from "../../domain/snapshot/immutability.ts";
import { toManifestText } from "../../domain/snapshot/manifest-text.ts";
import { type Manifest, type Snapshot, snapshotIdOf } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor, TenantStores } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/**
 * Seals the snapshot of a run from its parts: first the manifest blob, then the head, which decides. A head that exists
 * already is the answer, so a repeat changes nothing (runs.md 6). `isOurs`: the sealed manifest is that of these parts,
 * not of another attempt. `abandoned`: whoever closes the run was first, so there will be no snapshot.
 */
export async function sealSnapshot(
  { storesFor, clock }: { storesFor: StoresFor; clock: Clock },
  scope: TenantScope,
  run: OperationRun,
  parts: readonly Part[],
): Promise<{ snapshot: Snapshot; isOurs: boolean } | "abandoned"> {
  const stores = storesFor(scope);
  const types = await stagedTypes(stores, parts);
  const manifest = toManifest(scope, run, parts, types);
  const { text, rootHash } = toManifestText(manifest);
  const stored = await stores.blobs.putManifest(manifest.snapshotId, rootHash, text);
  const results = types.map(({ result }) => result);
  const gaps = gapsOf(results);
  const sealedAt = isoTime(clock.nowMs());
  const protections = [stored, ...types.flatMap(({ lines }) => lines)].map(({ protection }) => protection);
  const snapshot = await stores.snapshots.seal({
    id: manifest.snapshotId,
    tenantId: scope.tenantId,
    runId: run.id,
    state: gaps.length === 0 ? "complete" : "complete_with_gaps",
    label: run.input.label,
    createdAt: run.createdAt,
    sealedAt,
    window: manifest.window,
    counts: sumCounts(results.map(({ counts }) => counts)),
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
  types: readonly StagedType[],
): Manifest {
  return {
    snapshotId: snapshotIdOf(run.id),
    tenantId,
    runId: run.id,
    window: windowOf(run, parts),
    types: types
      .map(({ result: { type, typeState, formId }, lines }) => ({
        type,
        objects: lines.length,
        typeState,
        ...(formId === undefined ? {} : { formId }),
      }))
      .toSorted((a, b) => (a.type < b.type ? -1 : 1)),
    entries: types.flatMap(({ lines }) => lines.map(({ entry }) => entry)),
  };
}

type StagedType = { readonly result: TypeResult; readonly lines: readonly StagedEntry[] };

/** What counts of each type: a part may hold entries of a type that another one counts. */
async function stagedTypes({ staging }: TenantStores, parts: readonly Part[]): Promise<StagedType[]> {
  const linesOf = async (part: Part): Promise<StagedEntry[]> =>
    part.staging === null ? [] : parseStagedEntries(await staging.read(part.staging));
  const staged = await Promise.all(
    parts.map(async (part) => [part, Map.groupBy(await linesOf(part), ({ entry }) => entry.type)] as const),
  );
  const byPart = new Map(staged);
  return countedTypes(parts).map(({ part, result }) => ({ result, lines: byPart.get(part)?.get(result.type) ?? [] }));
}

function windowOf(run: OperationRun, parts: readonly Part[]): { from: string; to: string } {
  const froms = parts.map((part) => part.window.from).sort();
  const tos = parts.map((part) => part.window.to).sort();
  return { from: froms[0] ?? run.createdAt, to: tos.at(-1) ?? run.createdAt };
}

function gapsOf(results: readonly TypeResult[]): Snapshot["gaps"] {
  return results.flatMap(({ type, typeState }) =>
    typeState.state === "incomplete" ? [{ type, code: typeState.code, message: typeState.message }] : [],
  );
}
