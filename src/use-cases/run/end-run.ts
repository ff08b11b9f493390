import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { runEnded, systemActor } from "../../domain/operation-run/events.ts";
import { type Ending, end } from "../../domain/operation-run/lifecycle.ts";
import type { OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { wakeWaiters } from "./wake-waiters.ts";

/** Told of a run whose snapshot was sealed, before the run ends. Never throws. */
export type AfterSealing = (scope: TenantScope, run: OperationRun) => Promise<void>;

export type EndDeps = {
  readonly storesFor: StoresFor;
  readonly queue: OperationQueue;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** Ends a run with its notification and audit entry, in one conditional write, and wakes who waited behind it. */
export async function endRun(
  deps: EndDeps,
  scope: TenantScope,
  run: OperationRun,
  ending: Ending,
  from: readonly OperationRun["status"][] = ["queued", "running"],
  actor: Initiator = systemActor,
): Promise<OperationRun | "moved_on"> {
  const nowMs = deps.clock.nowMs();
  const transition = end(run, ending, nowMs);
  const context = { actor, at: isoTime(nowMs), newId: deps.newId };
  const ended = await deps
    .storesFor(scope)
    .runs.apply(
      run.id,
      { ...transition, expected: { ...transition.expected, status: from } },
      runEnded(run, ending.outcome, context),
    );
  if (ended !== "moved_on") await wakeWaiters(deps, scope, ended);
  return ended;
}
