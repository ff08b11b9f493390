import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { GroupProgress } from "../../domain/operation-run/group-progress.ts";
import type { Lease } from "../../domain/operation-run/lease.ts";
import type { RunLimits } from "../../domain/operation-run/run-limits.ts";
import type { WorkStop } from "../../domain/operation-run/work.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { stopReason } from "./stop-reason.ts";

/** Why a piece of work must stop before its end. */
export class WorkStopped extends Error {
  readonly why: WorkStop | { readonly kind: "paused" } | { readonly kind: "lease_lost" };

  constructor(why: WorkStopped["why"]) {
    super(`The work stopped: ${why.kind}.`);
    this.name = "WorkStopped";
    this.why = why;
  }
}

export type KeepAliveDeps = {
  readonly stores: Pick<TenantStores, "runs" | "leases">;
  readonly clock: Clock;
  readonly limits: RunLimits;
  /** Whether the work is to wait, because somebody stopped what it needs: for what reads Graph, all requests to it. */
  readonly isPaused: () => Promise<boolean>;
};

type KeepAliveOptions = {
  readonly lease: Omit<Lease, "expiresAt">;
  readonly progress: () => GroupProgress;
  /** The heartbeat interval of the run's type, in milliseconds. */
  readonly everyMs: number;
};

/**
 * Runs work under heartbeats: each patches into the run how far the work is, and some renew the lease. The first comes after
 * an interval, because the caller has just taken the lease and read the run. The signal passed to the work aborts with
 * WorkStopped when the attempt lost the run or the lease, was cancelled or paused, or when another part of the run met
 * what ends all of it.
 */
export async function keepAlive<T>(
  deps: KeepAliveDeps,
  { lease, progress, everyMs }: KeepAliveOptions,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let renewedMs = deps.clock.nowMs();
  const beating = beatUntil(stop, deps, everyMs, async () => {
    const nowMs = deps.clock.nowMs();
    if (nowMs - renewedMs >= deps.limits.leaseMs / renewalsALease) {
      await renew(deps, lease, nowMs);
      renewedMs = nowMs;
    }
    await beat(deps, lease, progress());
  });
  try {
    const result = await run(stop.signal);
    return result;
  } finally {
    stop.abort(finished);
    await beating;
  }
}

const finished = Symbol("finished");

// Often enough that a heartbeat or two may fail before somebody else can take the lease.
const renewalsALease = 3;

async function beatUntil(
  stop: AbortController,
  { clock, limits }: KeepAliveDeps,
  everyMs: number,
  once: () => Promise<void>,
) {
  let lastBeatMs = clock.nowMs();
  for (;;) {
    await clock.pause(everyMs, stop.signal).catch(() => undefined);
    if (stop.signal.aborted) return;
    try {
      await once();
      lastBeatMs = clock.nowMs();
    } catch (error) {
      // A request to the store that fails is retried, as long as nobody else can have taken the lease.
      const isSafe = clock.nowMs() - lastBeatMs < limits.leaseMs / 2;
      if (!(isSafe && error instanceof Fault && error.mayRetry)) stop.abort(error);
    }
  }
}

async function renew({ stores, limits }: KeepAliveDeps, lease: Omit<Lease, "expiresAt">, nowMs: number): Promise<void> {
  const renewed = { ...lease, expiresAt: isoTime(nowMs + limits.leaseMs) };
  const answer = await stores.leases.acquire(renewed, isoTime(nowMs));
  if (answer.kind === "busy") throw new WorkStopped({ kind: "lease_lost" });
}

async function beat(deps: KeepAliveDeps, lease: Omit<Lease, "expiresAt">, progress: GroupProgress): Promise<void> {
  const { group: name, runId: id, attempt } = lease;
  const at = isoTime(deps.clock.nowMs());
  const run = await deps.stores.runs.heartbeat({ id, attempt }, { at, group: { name, progress } });
  const stop = stopReason(run);
  if (stop) throw new WorkStopped(stop);
  if (await deps.isPaused()) throw new WorkStopped({ kind: "paused" });
}
