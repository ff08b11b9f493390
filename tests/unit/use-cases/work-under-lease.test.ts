import { describe, expect, it } from "vitest";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { GraphBackOff } from "../../../src/domain/graph/graph-back-off.ts";
import { type GroupWait, noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { Lease, LeaseAnswer } from "../../../src/domain/operation-run/lease.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { Heartbeat } from "../../../src/domain/operation-run/repository.ts";
import { type LeasedDeps, workUnderLease } from "../../../src/use-cases/run/work-under-lease.ts";
import { aClock, settle, startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId, tenantId } from "../../builders/a-run.ts";
import { someLimits as limits } from "../../builders/run-limits.ts";

const group = "diff";
const later = (ms: number): string => isoTime(Date.parse(startOfTime) + ms);

type Given = {
  /** The run as the work finds it. */
  readonly run?: Partial<OperationRun>;
  readonly lease?: LeaseAnswer;
  readonly isPaused?: boolean;
  /** What a heartbeat is answered, where that differs from the run. */
  readonly answer?: Partial<OperationRun> | "moved_on";
};

/** A piece of work of any run, that ends when the test says so. */
function someWork({ run: given, lease = { kind: "held" }, isPaused = false, answer = {} }: Given = {}) {
  const clock = aClock();
  const beats: Heartbeat[] = [];
  const leases: (Lease | string)[] = [];
  const run = aRun({ status: "running", heartbeatAt: startOfTime, progress: { [group]: noProgress }, ...given });
  const stores = {
    runs: {
      read: async () => run,
      heartbeat: async (_run: unknown, beat: Heartbeat) => {
        beats.push(beat);
        return answer === "moved_on" ? answer : { ...run, ...answer };
      },
    },
    leases: {
      acquire: async (asked: Lease) => {
        leases.push(asked);
        return lease;
      },
      release: async (_group: string, holder: string) => void leases.push(`${holder} gives it back`),
    },
  } as unknown as LeasedDeps["stores"];
  const working = Promise.withResolvers<void>();
  let opened = 0;
  const outcome = workUnderLease(
    { stores, clock, limits, newId: () => "me", isPaused: async () => isPaused },
    { tenantId, runId, attempt: 1, group },
    async () => {
      opened += 1;
      return {
        progress: () => ({ ...noProgress, succeeded: 3 }),
        perform: (signal) => {
          signal.addEventListener("abort", () => working.reject(signal.reason));
          return working.promise;
        },
      };
    },
  );
  outcome.catch(() => undefined);
  return { clock, beats, leases, outcome, opened: () => opened, finish: working.resolve, fail: working.reject };
}

function waiting(wait: GroupWait): Partial<OperationRun> {
  return { progress: { [group]: { ...noProgress, waiting: wait } } };
}

const consentMissing = { code: "graph_consent_missing", message: "No consent.", target: "", count: 1 } as const;

describe("work under a lease", () => {
  it("is done by the holder, who gives the lease back, and writes nothing to the run before a heartbeat is due", async () => {
    const { beats, leases, outcome, finish } = someWork();
    await settle();
    finish();
    expect(await outcome).toEqual({ kind: "done" });
    expect(beats).toEqual([]);
    expect(leases).toEqual([expect.objectContaining({ holder: "me", group }), "me gives it back"]);
  });

  it("work that waited before does not seem to wait any more when it is done", async () => {
    const { beats, outcome, finish } = someWork({ run: waiting({ reason: "busy", until: startOfTime }) });
    finish();
    expect(await outcome).toEqual({ kind: "done" });
    expect(beats).toMatchObject([{ group: { name: group, progress: { succeeded: 3, waiting: null } } }]);
  });

  it.each([
    ["cancelled", { cancelRequestedAt: startOfTime }, { kind: "cancelled" }],
    ["not to go on", { trouble: consentMissing }, { kind: "stop", failure: consentMissing }],
    ["over", { status: "completed" }, { kind: "ended" }],
    ["another attempt's", { attempt: 2 }, { kind: "ended" }],
  ] as const)("does not begin for a run that is %s", async (_what, run, expected) => {
    const { outcome, opened, leases } = someWork({ run });
    expect(await outcome).toEqual(expected);
    expect([opened(), leases]).toEqual([0, []]);
  });

  it.each([
    ["paused", { isPaused: true }],
    ["busy", { lease: { kind: "busy", until: later(15_000) } }],
    ["throttled", { run: waiting({ reason: "throttled", until: later(60_000) }) }],
  ] as const)(
    "work under a lease that is %s waits for at most a heartbeat interval, so that a cancel is heard in time",
    async (_reason, given) => {
      expect(await someWork(given).outcome).toEqual({ kind: "busy", until: later(2_000) });
    },
  );

  it.each([
    ["cancelled", { cancelRequestedAt: startOfTime }, { kind: "cancelled" }],
    ["not to go on", { trouble: consentMissing }, { kind: "stop", failure: consentMissing }],
    ["moved on", "moved_on", { kind: "ended" }],
  ] as const)(
    "believes what its heartbeat is answered while it waits: the run is %s",
    async (_what, answer, expected) => {
      expect(await someWork({ isPaused: true, answer }).outcome).toEqual(expected);
    },
  );

  it("writes nothing for a wait that the run tells already, and has told not long ago", async () => {
    const told = waiting({ reason: "paused", until: later(9_000) });
    const { beats, outcome } = someWork({ isPaused: true, run: told });
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    expect(beats).toEqual([]);
  });

  it.each([
    ["is about to lapse", { ...waiting({ reason: "paused", until: later(1_500) }) }],
    ["has another reason", { ...waiting({ reason: "busy", until: later(9_000) }) }],
    [
      "is all that was heard for a lease's time",
      { ...waiting({ reason: "paused", until: later(9_000) }), heartbeatAt: later(-14_000) },
    ],
  ])("tells again what it waits for when what the run says %s", async (_what, run) => {
    const { beats, outcome } = someWork({ isPaused: true, run });
    await outcome;
    expect(beats).toEqual([{ at: startOfTime, waiting: { group, reason: "paused", until: later(15_000) } }]);
  });

  it("work under a lease that Graph holds up gives its place back, and tells in one write how far it came and until when it waits", async () => {
    const { beats, outcome, fail } = someWork();
    await settle();
    fail(new GraphBackOff(Date.parse(later(60_000))));
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    const wait = { reason: "throttled", until: later(60_000) };
    expect(beats.map((beat) => beat.group?.progress)).toEqual([{ ...noProgress, succeeded: 3, waiting: wait }]);
  });

  it("work under a lease that is cancelled while it is stopped for another reason ends as cancelled", async () => {
    const { outcome, fail } = someWork({ answer: { cancelRequestedAt: startOfTime } });
    await settle();
    fail(new GraphBackOff(Date.parse(later(60_000))));
    expect(await outcome).toEqual({ kind: "cancelled" });
  });

  it("tells the other parts of the run what ends all of it, and throws what may pass, for the engine to try again", async () => {
    const final = someWork();
    await settle();
    final.fail(new Fault("graph_app_disabled", "The application is disabled."));
    expect(await final.outcome).toMatchObject({ kind: "stop", failure: { code: "graph_app_disabled", target: group } });
    expect(final.beats.at(-1)?.lastError).toMatchObject({ code: "graph_app_disabled" });
    const passing = someWork();
    await settle();
    passing.fail(new Fault("store_unavailable", "The database does not answer."));
    await expect(passing.outcome).rejects.toMatchObject({ code: "store_unavailable" });
    expect(passing.beats.at(-1)?.lastError).toMatchObject({ code: "store_unavailable" });
    expect(passing.leases.at(-1)).toBe("me gives it back");
  });

  it("is cancelled with the next heartbeat while it works", async () => {
    const { clock, outcome } = someWork({ answer: { cancelRequestedAt: startOfTime } });
    await settle();
    await clock.advance(2_000);
    expect(await outcome).toEqual({ kind: "cancelled" });
  });
});
