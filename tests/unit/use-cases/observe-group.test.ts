import { describe, expect, it } from "vitest";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { Failure } from "../../../src/domain/failure/failure.ts";
import { GraphBackOff } from "../../../src/domain/graph/graph-back-off.ts";
import { notThrottled } from "../../../src/domain/graph/graph-client.ts";
import type { Part } from "../../../src/domain/observation/part.ts";
import { type GroupWait, noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { LeaseAnswer } from "../../../src/domain/operation-run/lease.ts";
import type { Heartbeat } from "../../../src/domain/operation-run/repository.ts";
import { type ObserveGroupDeps, observeGroup } from "../../../src/use-cases/observation/observe-group.ts";
import type { ReadType } from "../../../src/use-cases/observation/observe-types.ts";
import { aClock, settle, startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId, tenantId } from "../../builders/a-run.ts";
import { anEntry } from "../../builders/an-entry.ts";
import { someLimits as limits } from "../../builders/run-limits.ts";

const group = "rbac";
const work = { tenantId, runId, attempt: 1, group, types: ["roleScopeTag"] };
const later = (ms: number): string => isoTime(Date.parse(startOfTime) + ms);

type Given = {
  readonly lease?: LeaseAnswer;
  readonly isPaused?: boolean;
  readonly trouble?: Failure;
  /** What a heartbeat before this activity said. */
  readonly waiting?: GroupWait;
  /** `finished` ends at once. */
  readonly types?: readonly string[];
};

const finished = "finished";

const aReadType = (type: string): ReadType => ({
  result: {
    type,
    typeState: { state: "complete" },
    counts: { ...noCounts, total: 2, processed: 2, succeeded: 2 },
    failures: [],
  },
  lines: [{ entry: anEntry({ type }), groupIds: [] }],
  objectsAdded: 1,
  bytesAdded: 10,
});

/** A group whose reading ends when the test says so, and which Graph throttles as the test says. */
function aGroup({ lease = { kind: "held" }, isPaused = false, trouble, waiting, types = work.types }: Given = {}) {
  const clock = aClock();
  const beats: Heartbeat[] = [];
  const parts: Part[] = [];
  const progress = { [group]: { ...noProgress, throttled: 4, retried: 3, asked: 90, waiting: waiting ?? null } };
  const run = aRun({ status: "running", progress, trouble: trouble ?? null });
  const heartbeat = async (_run: unknown, beat: Heartbeat) => {
    beats.push(beat);
    return run;
  };
  // Only what observeGroup calls stands in for the stores.
  const stores = {
    runs: { read: async () => run, heartbeat },
    leases: { acquire: async () => lease, release: async () => undefined },
    parts: { ofGroup: async () => [], add: async (part: Part) => void parts.push(part) },
    staging: { put: async () => "staged" },
    inventory: { knownOf: async () => new Map() },
  } as unknown as ObserveGroupDeps["stores"];
  let throttling = notThrottled;
  const reading = Promise.withResolvers<void>();
  const outcome = observeGroup(
    {
      stores,
      clock,
      limits,
      newId: () => "me",
      isPaused: async () => isPaused,
      throttling: () => throttling,
      byCollection: (types) => types.map((type) => [type]),
      takeRequests: () => 5,
      observeTypes: async ({ types: [type = ""], onCounts }) => {
        onCounts(type, { ...noCounts, total: 7, processed: 2, succeeded: 2 });
        if (type !== finished) await reading.promise;
        return [aReadType(type)];
      },
    },
    { ...work, types: [...types] },
  );
  const throttle = (throttled: number, forMs: number): void => {
    throttling = { ...throttling, asked: 7, throttled, retried: 1, heldUntilMs: clock.nowMs() + forMs };
  };
  const pace = (forMs: number): void => {
    throttling = { ...throttling, pacedUntilMs: clock.nowMs() + forMs };
  };
  return { clock, beats, parts, outcome, throttle, pace, finish: reading.resolve, fail: reading.reject };
}

describe("a service group", () => {
  it("a service group that Graph throttles is told with the next heartbeat, and until when; afterwards no more", async () => {
    const { clock, beats, parts, outcome, throttle, finish } = aGroup();
    await settle();
    throttle(1, 5_000);
    await clock.advance(6_000);
    const waits = beats.map(({ group: told }) => told?.progress.waiting?.until ?? null);
    expect(waits).toEqual([later(5_000), later(5_000), null]);
    // What an activity before this one was throttled is not forgotten.
    expect(beats.at(-1)?.group?.progress).toMatchObject({ throttled: 5, processed: 2 });
    const told = beats.length;
    throttle(2, 60_000);
    finish();
    expect(await outcome).toEqual({ kind: "done" });
    // How it ended is what the part says; the run is not written once more.
    expect(parts).toMatchObject([{ group, ended: { throttled: 6, processed: 2, waiting: null } }]);
    expect(beats).toHaveLength(told);
  });

  it("a service group that ends before its first heartbeat costs the run no write, and leaves one part for all of its types", async () => {
    const { beats, parts, outcome, finish } = aGroup({ types: ["roleScopeTag", "roleDefinition"] });
    finish();
    expect(await outcome).toEqual({ kind: "done" });
    expect(beats).toEqual([]);
    const types = [{ type: "roleScopeTag" }, { type: "roleDefinition" }];
    expect(parts).toMatchObject([{ types, staging: "staged", objectsAdded: 2, bytesAdded: 20, graphRequests: 5 }]);
  });

  it("a service group that ends early leaves the part of what it finished, and says nothing of how the group ended", async () => {
    const { parts, outcome, throttle, fail } = aGroup({ types: ["roleScopeTag", finished] });
    await settle();
    throttle(2, 40 * 60_000);
    fail(new GraphBackOff(Date.parse(later(40 * 60_000))));
    expect(await outcome).toMatchObject({ kind: "busy" });
    expect(parts.map(({ types, ended }) => [types.map(({ type }) => type), ended])).toEqual([[[finished], undefined]]);
  });

  it("a service group that ends early with nothing finished leaves no part", async () => {
    const { parts, outcome, fail } = aGroup();
    await settle();
    fail(new Fault("graph_app_disabled", "The application is disabled."));
    await outcome;
    expect(parts).toEqual([]);
  });

  it("a service group that waits for the window of Graph's published limits says so, and until when; Graph's own word counts more", async () => {
    const { clock, beats, throttle, pace, finish } = aGroup();
    await settle();
    pace(15_000);
    await clock.advance(2_000);
    throttle(1, 5_000);
    await clock.advance(14_000);
    const waits = beats.map(({ group: told }) => told?.progress.waiting ?? null);
    expect(waits.slice(0, 2)).toEqual([
      { reason: "paced", until: later(15_000) },
      { reason: "throttled", until: later(7_000) },
    ]);
    expect(waits.at(-1)).toBeNull();
    finish();
  });

  it("costs the run no write for an answer 429: what is told goes with the heartbeats", async () => {
    const { clock, beats, throttle, finish } = aGroup();
    await settle();
    for (let times = 1; times < 200; times += 1) throttle(times, 500);
    await clock.advance(1_999);
    expect(beats).toEqual([]);
    finish();
  });

  it("a service group that is held up for long gives its place back, says until when, and looks again soon", async () => {
    const until = later(40 * 60_000);
    const { beats, outcome, throttle, fail } = aGroup();
    await settle();
    throttle(2, 40 * 60_000);
    fail(new GraphBackOff(Date.parse(until)));
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    // What this activity met and spent counts for the next one.
    const progress = { asked: 97, throttled: 6, retried: 4, waiting: { reason: "throttled", until } };
    expect(beats.at(-1)?.group?.progress).toMatchObject(progress);
  });

  it("asks for nothing while it is held up, whoever found out, and until the very end of the hold", async () => {
    const until = later(9_000);
    const waiting = { reason: "throttled", until } as const;
    const { beats, outcome } = aGroup({ waiting });
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    expect(beats).toEqual([{ at: startOfTime, waiting: { group, ...waiting } }]);
  });

  it.each([
    ["throttled", startOfTime],
    ["paused", later(60_000)],
    ["busy", later(60_000)],
  ] as const)("goes on where the hold is over, or was none of Graph's: %s", async (reason, until) => {
    const { beats, finish, outcome } = aGroup({ waiting: { reason, until } });
    finish();
    expect(await outcome).toEqual({ kind: "done" });
    expect(beats.at(-1)?.group?.progress.waiting).toBeNull();
  });

  it("a service group that lost the tenant's sign-in tells the others of the run, and does not begin when another lost it", async () => {
    const first = aGroup();
    await settle();
    first.fail(new Fault("graph_app_disabled", "The application is disabled."));
    const outcome = { kind: "stop", failure: { code: "graph_app_disabled" } };
    expect(await first.outcome).toMatchObject(outcome);
    const trouble = first.beats.at(-1)?.lastError;
    expect(trouble).toMatchObject({ code: "graph_app_disabled", target: group });
    if (!trouble) return;
    const second = aGroup({ trouble });
    expect(await second.outcome).toMatchObject(outcome);
    expect(second.beats).toEqual([]);
  });

  it("a service group whose lease another holds says that it waits, and until when; counts stay as they are", async () => {
    const until = later(9_000);
    const { beats, outcome } = aGroup({ lease: { kind: "busy", until } });
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    expect(beats).toEqual([{ at: startOfTime, waiting: { group, reason: "busy", until } }]);
  });

  it("a service group of a paused tenant says that it waits, and when it looks again", async () => {
    const { beats, outcome } = aGroup({ isPaused: true });
    expect(await outcome).toEqual({ kind: "busy", until: later(2_000) });
    expect(beats).toEqual([{ at: startOfTime, waiting: { group, reason: "paused", until: later(15_000) } }]);
  });
});
