import type { OrchestrationContext } from "durable-functions";
import { describe, expect, it } from "vitest";
import { observeServiceGroup } from "../../../functions/workflows/observe-service-group.ts";
import { makeLimiter } from "../../../src/adapters/graph/make-limiter.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { GraphBackOff } from "../../../src/domain/graph/graph-back-off.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { Heartbeat } from "../../../src/domain/operation-run/repository.ts";
import { type LeasedDeps, workUnderLease } from "../../../src/use-cases/run/work-under-lease.ts";
import { aClock, type FakeClock, settle, startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId, tenantId } from "../../builders/a-run.ts";
import { someLimits as limits } from "../../builders/run-limits.ts";

const work = { tenantId, runId, attempt: 1, group: "rbac", types: ["roleScopeTag"] };
const waits = ["paused", "busy", "throttled", "paced"] as const;
type Wait = (typeof waits)[number];

const promisedMs = 5_000;
const stepMs = 100;
// Longer than every wait here, so that its end is never what answers the cancel.
const waitMs = 60_000;

/** What makes the work wait, without end. */
function causesOf(wait: Wait, clock: FakeClock) {
  const limiter = makeLimiter({ concurrency: 1, perWindow: 1, windowMs: waitMs, mayBatch: false }, clock);
  const lease = { kind: "busy", until: isoTime(clock.nowMs() + waitMs) } as const;
  return {
    isPaused: wait === "paused",
    lease: wait === "busy" ? lease : ({ kind: "held" } as const),
    /** Sends requests one after the other: the second waits for the window. */
    perform: async (signal: AbortSignal): Promise<void> => {
      if (wait === "throttled") throw new GraphBackOff(clock.nowMs() + waitMs);
      for (;;) await (await limiter.acquire(1, signal))?.send(async () => undefined);
    },
  };
}

/** The work of one group, as its workflow and activity do it, on a run that keeps what heartbeats write. */
function aGroup(wait: Wait) {
  const clock = aClock();
  let run: OperationRun = aRun({ status: "running", heartbeatAt: startOfTime, progress: { [work.group]: noProgress } });
  const causes = causesOf(wait, clock);
  const heartbeat = async (_run: unknown, { at, group, waiting }: Heartbeat) => {
    const known = run.progress[work.group] ?? noProgress;
    const progress = group?.progress ?? (waiting ? { ...known, waiting } : known);
    run = { ...run, heartbeatAt: at, progress: { [work.group]: progress } };
    return run;
  };
  // Only what the work calls stands in for the stores.
  const stores = {
    runs: { read: async () => run, heartbeat },
    leases: { acquire: async () => causes.lease, release: async () => undefined },
  } as unknown as LeasedDeps["stores"];
  const deps = { stores, clock, limits, newId: () => "me", isPaused: async () => causes.isPaused };
  const task = { perform: causes.perform, progress: () => noProgress };
  return {
    clock,
    outcome: liveWorkflow(clock, () => workUnderLease(deps, work, async () => task)),
    cancel: () => {
      run = { ...run, cancelRequestedAt: isoTime(clock.nowMs()) };
    },
  };
}

/** Runs the workflow: its activities at once, its timers by the clock. */
async function liveWorkflow(clock: FakeClock, observe: () => Promise<unknown>): Promise<unknown> {
  const df = {
    version: "1.1",
    getInput: () => work,
    get currentUtcDateTime() {
      return new Date(clock.nowMs());
    },
    callActivityWithRetry: () => observe,
    createTimer: (at: Date) => () => clock.pause(at.getTime() - clock.nowMs()),
  };
  // Only what this workflow uses stands in for the context, and for its tasks.
  const steps = observeServiceGroup({ df } as unknown as OrchestrationContext);
  let step = steps.next();
  while (!step.done) step = steps.next(await (step.value as unknown as () => Promise<unknown>)());
  return step.value;
}

/** Milliseconds of the clock from a cancel to the end of the work, which is `cancelled`. */
async function answeredAfter(wait: Wait, cancelledAfterMs: number): Promise<number> {
  const { clock, outcome, cancel } = aGroup(wait);
  let end: unknown;
  void outcome.then((value) => {
    end = value;
  });
  await clock.advance(cancelledAfterMs);
  expect(end).toBeUndefined();
  cancel();
  const from = clock.nowMs();
  while (end === undefined && clock.nowMs() - from < waitMs) await clock.advance(stepMs);
  await settle();
  expect(end).toEqual({ kind: "cancelled" });
  return clock.nowMs() - from;
}

describe("a cancel of a run that waits", () => {
  it.each(waits)(
    "ends its work within 5 s while it is %s, whenever the cancel comes; the steps after it wait for nothing",
    async (wait) => {
      for (let afterMs = 0; afterMs <= 20_000; afterMs += 700)
        expect(await answeredAfter(wait, afterMs)).toBeLessThanOrEqual(promisedMs);
    },
  );
});
