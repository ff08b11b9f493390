/** A version id and the etag that goes with it; both are new at each change. */
export type Stamp = { readonly versionId: string; readonly etag: string; readonly ms: number };

const ticksPerMs = 10_000n;

/** Stamps in units of 100 ns that never repeat and never go back, also when the clock does or the server restarts. */
export function makeStamps(newestVersionId: string | undefined, nowMs: () => number): () => Stamp {
  let last = newestVersionId ? toTicks(newestVersionId) : 0n;
  return () => {
    const ms = nowMs();
    const now = BigInt(ms) * ticksPerMs;
    last = now > last ? now : last + 1n;
    return { versionId: toVersionId(last), etag: `"0x${last.toString(16).toUpperCase()}"`, ms };
  };
}

function toVersionId(ticks: bigint): string {
  const iso = new Date(Number(ticks / ticksPerMs)).toISOString().slice(0, -1);
  return `${iso}${(ticks % ticksPerMs).toString().padStart(4, "0")}Z`;
}

function toTicks(versionId: string): bigint {
  return BigInt(Date.parse(`${versionId.slice(0, 23)}Z`)) * ticksPerMs + BigInt(versionId.slice(23, 27));
}
