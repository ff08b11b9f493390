import { Fault } from "../../domain/error/fault.ts";
import { type Idempotency, keepsKey } from "../../domain/operation-run/idempotency.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** A run that was made, or one that was there already. */
export type StartResult = { readonly run: OperationRun; readonly reused: boolean };

type Deps = { readonly storesFor: StoresFor };

type Keyed = { readonly scope: TenantScope; readonly idempotency?: Idempotency };

/**
 * The run that the caller's key stands for, before any check that may have another result by now; without one,
 * what `start` starts. Fault `idempotency_mismatch` when the key was used for another request.
 */
export async function startOnce(deps: Deps, keyed: Keyed, start: () => Promise<StartResult>): Promise<StartResult> {
  const pinned = await findIdempotentRun(deps, keyed);
  return pinned ? { run: pinned, reused: true } : start();
}

/** The run that the caller's key stands for. A key whose start could not be sent is freed (runs.md 2). */
export async function findIdempotentRun({ storesFor }: Deps, keyed: Keyed): Promise<OperationRun | undefined> {
  const { scope, idempotency } = keyed;
  if (!idempotency) return undefined;
  const { runs } = storesFor(scope);
  const record = await runs.idempotencyRecord(idempotency.id);
  if (!record) return undefined;
  if (record.requestHash !== idempotency.requestHash) {
    throw new Fault("idempotency_mismatch", "This Idempotency-Key was used for another request.");
  }
  const run = await runs.read(record.runId);
  if (run && !keepsKey(run)) await runs.removeIdempotencyRecord(record);
  return run && keepsKey(run) ? run : undefined;
}
