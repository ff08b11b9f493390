import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Part } from "../../domain/observation/part.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

type Deps = {
  readonly storesFor: StoresFor;
  readonly clock: Pick<Clock, "nowMs">;
  /** How long a part is kept after it was written. */
  readonly partTtlSeconds: number;
};

/**
 * A run with the parts of its present or last attempt; null where some of them may be deleted already, so that nobody
 * takes the rest for the whole. Fault `not_found`.
 */
export async function readRunParts(
  { storesFor, clock, partTtlSeconds }: Deps,
  scope: TenantScope,
  runId: string,
): Promise<{ readonly run: OperationRun; readonly parts: readonly Part[] | null }> {
  const { runs, parts } = storesFor(scope);
  const run = await runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
  const beganMs = Date.parse(run.startedAt ?? run.createdAt);
  const isKept = clock.nowMs() < beganMs + partTtlSeconds * 1_000;
  return { run, parts: isKept ? await parts.ofAttempt(run.id, run.attempt) : null };
}
