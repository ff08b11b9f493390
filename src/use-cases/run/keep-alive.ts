import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { errorCodes } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import type { Lease } from "../../domain/observation/lease.ts";
import type { Work } from "../../domain/observation/steps.ts";
import type { GroupProgress } from "../../domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunLimits } from "../../domain/operation-run/run-limits.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

/** Why a piece of work must stop before its end. */
export class WorkStopped extends Error {
  readonly reason: "ended" | "cancelled" | "paused" | "lease_lost";

  constructor(reason: WorkStopped["reason"]) {
    super(`The work stopped: ${reason}.`);
    this.name = "WorkStopped";
    this.reason = reason;
  }
}

/** Another part of the run met what ends all of it, such as a lost consent. */
export class RunCannotGoOn extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super("The run cannot go on.");
    this.name = "RunCannotGoOn";
    this.failure = failure;
  }
}

/** What ends the whole run, when some part of it has met it. */
export function endOf({ trouble }: Pick<OperationRun, "trouble">): Failure | undefined {
  return trouble !== null && errorCodes[trouble.code].next !== "retry" ? trouble : undefined;
}

export type KeepAliveDeps = {
  readonly stores: Pick<TenantStores, "runs" | "leases">;
  readonly clock: Clock;
  readonly limits: RunLimits;
  /** Whether somebody stopped all requests to Microsoft Graph. */
  readonly isPaused?: () => Promise<boolean>;
};

type Kept = {
  readonly work: Work;
  readonly lease: Omit<Lease, "expiresAt">;
  readonly progress: () => GroupProgress;
  /** The heartbeat interval of the run's type. */
  readonly everyMs: number;
};

/**
 * Runs work under signs of life: every heartbeat renews the lease and patches into the run how far the group is. The
 * first comes after an interval, because the caller has just taken the lease and read the run. The signal given to the
 * work aborts with WorkStopped when the attempt lost the run or the lease or was cancelled, and with RunCannotGoOn when
 * another part of the run met what ends all of it.
 */
export async function keepAlive<T>(
  deps: KeepAliveDeps,
  { work, lease, progress, everyMs }: Kept,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const beating = beatUntil(stop, deps, everyMs, () => beat(deps, work, lease, progress()));
  try {
    const result = await run(stop.signal);
    return result;
  } finally {
    stop.abort(finished);
    await beating;
  }
}

const finished = Symbol("finished");

async function beatUntil(
  stop: AbortController,
  { clock, limits }: KeepAliveDeps,
  everyMs: number,
  once: () => Promise<void>,
) {
  let lastSignMs = clock.nowMs();
  for (;;) {
    await clock.pause(everyMs, stop.signal).catch(() => undefined);
    if (stop.signal.aborted) return;
    try {
      await once();
      lastSignMs = clock.nowMs();
    } catch (error) {
      // A store that hiccups is asked again, as long as nobody else can have taken the lease.
      const isSafe = clock.nowMs() - lastSignMs < limits.leaseMs / 2;
      if (!(isSafe && error instanceof Fault && error.mayRetry)) stop.abort(error);
    }
  }
}

async function beat(
  deps: KeepAliveDeps,
  work: Work,
  lease: Omit<Lease, "expiresAt">,
  progress: GroupProgress,
): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const now = isoTime(nowMs);
  const renewed = { ...lease, expiresAt: isoTime(nowMs + deps.limits.leaseMs) };
  const answer = await deps.stores.leases.acquire(renewed, now);
  if (answer.kind === "busy") throw new WorkStopped("lease_lost");
  const run = await deps.stores.runs.heartbeat(
    { id: work.runId, attempt: work.attempt },
    { at: now, group: { name: lease.group, progress } },
  );
  if (run === "moved_on") throw new WorkStopped("ended");
  const end = endOf(run);
  if (end) throw new RunCannotGoOn(end);
  if (run.cancelRequestedAt !== null) throw new WorkStopped("cancelled");
  if (await deps.isPaused?.()) throw new WorkStopped("paused");
}
