import { Fault } from "../../domain/error/fault.ts";
import { type Idempotency, keepsKey } from "../../domain/operation-run/idempotency.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresOf } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** A run that was made, or one that was there already. */
export type Started = { readonly run: OperationRun; readonly reused: boolean };

type Deps = { readonly storesOf: StoresOf };

type Keyed = { readonly scope: TenantScope; readonly idempotency?: Idempotency };

/**
 * The run that the caller's key stands for, before anything is asked that may have another answer by now; without one,
 * what `start` starts. Fault `idempotency_mismatch` when the key was used for another request.
 */
export async function startOnce(deps: Deps, keyed: Keyed, start: () => Promise<Started>): Promise<Started> {
  const pinned = await readPinned(deps, keyed);
  return pinned ? { run: pinned, reused: true } : start();
}

/** The run that the caller's key stands for. A key whose start could not be sent is freed (runs.md 2). */
export async function readPinned({ storesOf }: Deps, keyed: Keyed): Promise<OperationRun | undefined> {
  const { scope, idempotency } = keyed;
  if (!idempotency) return undefined;
  const { runs } = storesOf(scope);
  const record = await runs.pinned(idempotency.id);
  if (!record) return undefined;
  if (record.requestHash !== idempotency.requestHash) {
    throw new Fault("idempotency_mismatch", "This Idempotency-Key was used for another request.");
  }
  const run = await runs.read(record.runId);
  if (run && !keepsKey(run)) await runs.unpin(record);
  return run && keepsKey(run) ? run : undefined;
}
