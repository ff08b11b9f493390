import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";

/**
 * Runs that this process has read after their end. A completed run never changes (lifecycle.ts), so a
 * list that is polled need not read it again; whether it is still there the database says each time.
 */
export type EndedRuns = {
  readonly get: (tenantId: TenantId, runId: string) => OperationRun | undefined;
  /** Keeps a run that is completed; leaves one alone that is not. */
  readonly keep: (run: OperationRun) => void;
};

/** Keeps so many bytes of runs, as their JSON counts them; the least recently used goes first. */
export function makeEndedRuns(mostBytes: number): EndedRuns {
  const entries = new Map<string, { readonly run: OperationRun; readonly bytes: number }>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  function put(key: string, entry: { readonly run: OperationRun; readonly bytes: number }): void {
    drop(key);
    entries.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of entries.keys()) {
      if (bytes <= mostBytes) return;
      drop(oldest);
    }
  }

  return {
    get: (tenantId, runId) => {
      const key = keyOf(tenantId, runId);
      const known = entries.get(key);
      if (known) put(key, known);
      return known?.run;
    },
    keep: (run) => {
      if (run.status !== "completed") return;
      put(keyOf(run.tenantId, run.id), { run, bytes: Buffer.byteLength(JSON.stringify(run)) });
    },
  };
}

function keyOf(tenantId: TenantId, runId: string): string {
  return `${tenantId} ${runId}`;
}
