import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import { failedWith } from "../../domain/operation-run/lifecycle.ts";
import type { OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresOf } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { endRun } from "./end-run.ts";
import { sendMessage } from "./send-message.ts";

/** What it takes to send a run on its way. */
export type SendDeps = {
  readonly storesOf: StoresOf;
  readonly queue: OperationQueue;
  readonly clock: Clock;
  readonly newId: () => string;
};

/**
 * Sends the message of a run's attempt and notes when. A send that throws closes the run at once (S8), unless the
 * broker had taken the message after all and somebody holds the run already (runs.md 2).
 */
export async function sendOperation(deps: SendDeps, scope: TenantScope, run: OperationRun): Promise<OperationRun> {
  const { runs } = deps.storesOf(scope);
  try {
    await sendMessage(deps, run);
  } catch (error) {
    return closeUnsent(deps, scope, run, error);
  }
  const noted = await runs.note(run.id, {
    expected: { attempt: run.attempt, status: ["queued", "running"] },
    change: { dispatchedAt: isoTime(deps.clock.nowMs()) },
  });
  return noted === "moved_on" ? ((await runs.read(run.id)) ?? run) : noted;
}

const notSent: Failure = {
  code: "dispatch_failed",
  message: "The work queue did not take the message of this run.",
  target: "",
  count: 1,
};

async function closeUnsent(
  deps: SendDeps,
  scope: TenantScope,
  run: OperationRun,
  cause: unknown,
): Promise<OperationRun> {
  const closed = await endRun(deps, scope, run, failedWith(notSent), ["queued"]);
  if (closed === "moved_on") {
    const current = await deps.storesOf(scope).runs.read(run.id);
    if (current && current.status !== "queued") return current;
  }
  throw new Fault("dispatch_failed", notSent.message, { target: run.id, cause });
}
