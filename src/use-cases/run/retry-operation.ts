import { Fault } from "../../domain/error/fault.ts";
import { failedTypesOf } from "../../domain/observation/retry-types.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { StartResult } from "./start-once.ts";
import { type StartDeps, type StartRequest, startOperation } from "./start-operation.ts";
import { typesOfRun } from "./types-of-run.ts";

export type RetryScope = "all" | "failed";

type RetryRequest = Pick<
  StartRequest,
  "scope" | "initiator" | "grantedBy" | "correlationId" | "traceparent" | "idempotency"
>;

/**
 * Starts a run that repeats a completed one, whole or only the object types that failed, and names it in `retryOf`. Joins the
 * active run that does the same. Faults: `not_completed` while the run is active, `nothing_to_retry` when nothing failed,
 * `types_withheld` when nothing of it may be read any more.
 */
export async function retryOperation(
  deps: StartDeps & { readonly allowedTypes: (scope: TenantScope, types: readonly string[]) => Promise<SelectedTypes> },
  run: OperationRun,
  parts: RetryScope,
  request: RetryRequest,
): Promise<StartResult> {
  if (run.status !== "completed") throw new Fault("not_completed", "The run has not ended yet.", { target: run.id });
  const { name: type, identity } = runTypeOf(run);
  const { types: _types, label, tenants: _tenants, ...input } = run.input;
  if (identity !== "types") {
    if (parts === "failed") throw new Fault("nothing_to_retry", "Runs of this type are repeated whole.");
    const none = { objectTypes: [], isEveryType: false };
    return startOperation(deps, { ...request, type, ...none, label, input, retryOf: run.id });
  }
  const types = await typesOfRun(deps.storesFor(request.scope).runs, run);
  const typesToRepeat = parts === "all" ? types : await failedTypes(deps, request.scope, run, types);
  if (typesToRepeat.length === 0) throw new Fault("nothing_to_retry", "No object type of this run failed.");
  // Owners may have switched some of them off since.
  const selected = await deps.allowedTypes(request.scope, typesToRepeat);
  return startOperation(deps, { ...request, type, ...selected, label, input, retryOf: run.id });
}

async function failedTypes(
  deps: StartDeps,
  scope: TenantScope,
  run: OperationRun,
  types: readonly string[],
): Promise<string[]> {
  return failedTypesOf(run, types, await deps.storesFor(scope).parts.ofAttempt(run.id, run.attempt));
}
