import type { Entry, Run, Snapshot } from "./api-client.ts";

/** A table of the snapshot: per type its objects and bytes, then gaps, requests and time. */
export function summaryOf(run: Run, snapshot: Snapshot, entries: readonly Entry[], wallMs: number): string[] {
  const byType = Map.groupBy(entries, ({ type }) => type);
  const rows = [...byType].map(([type, members]) => row(type, members.length, sizeOf(members)));
  const gaps = snapshot.gaps.map(({ type, code, message }) => `  gap in ${type}: ${code}, ${message}`);
  return [
    `  ${"type".padEnd(40)}${"objects".padStart(9)}${"bytes".padStart(12)}`,
    ...rows,
    row("all", entries.length, snapshot.size),
    ...(gaps.length > 0 ? gaps : ["  no gaps"]),
    `  snapshot ${snapshot.id} is ${snapshot.state}, root hash ${snapshot.rootHash.slice(0, 16)}...`,
    `  the run ${run.outcome} after ${run.result?.graphRequests ?? 0} requests to Graph and ${seconds(wallMs)}`,
    `  new in the blob store: ${run.result?.objectsAdded ?? 0} payloads, ${run.result?.bytesAdded ?? 0} bytes compressed`,
  ];
}

/** Objects that are not the same in two snapshots, by configuration. */
export function changesBetween(before: readonly Entry[], after: readonly Entry[]): string[] {
  const known = new Map(before.map((entry) => [`${entry.type} ${entry.id}`, entry]));
  const changed = after.filter(
    (entry) => known.get(`${entry.type} ${entry.id}`)?.configurationHash !== entry.configurationHash,
  );
  return changed.map(({ type, name }) => `  changed: ${type} "${name}"`);
}

function row(type: string, objects: number, bytes: number): string {
  return `  ${type.padEnd(40)}${String(objects).padStart(9)}${String(bytes).padStart(12)}`;
}

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
