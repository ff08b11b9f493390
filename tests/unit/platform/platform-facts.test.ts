import { describe, expect, it } from "vitest";
import { alarmLimits } from "../../../config/limits.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { type PlatformObservations, toPlatformFacts } from "../../../src/domain/platform/platform-facts.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, otherTenantId, tenantId } from "../../builders/a-run.ts";

const startMs = Date.parse(startOfTime);
const at = (ms: number): string => isoTime(startMs + ms);
const minuteMs = 60_000;

const aTimer = (firedAt: string) => ({ name: "reconciler", firedAt, troubles: 0 });

function factsOf(given: Partial<PlatformObservations>, nowMs: number) {
  const observed = {
    activeRuns: [],
    timers: [aTimer(at(nowMs))],
    deadLetters: [],
    brokenPromises: [],
    unreadable: [],
    ...given,
  };
  return toPlatformFacts(observed, alarmLimits, startMs + nowMs);
}

const codesOf = (given: Partial<PlatformObservations>, nowMs: number) =>
  factsOf(given, nowMs).alarms.map(({ code }) => code);

describe("the facts of the platform", () => {
  it("the facts of the platform are in order when workers are seen and nothing waits", () => {
    expect(factsOf({}, 0)).toMatchObject({ state: "ok", alarms: [], oldestQueued: null, workerSeenAt: startOfTime });
  });

  it("the facts of the platform are loud when all workers are gone and work waits (pitfall 32)", () => {
    const observed = { activeRuns: [aRun()], timers: [aTimer(startOfTime)] };
    expect(codesOf(observed, minuteMs)).toEqual([]);
    expect(factsOf(observed, 10 * minuteMs)).toMatchObject({
      state: "alarm",
      alarms: [{ code: "no_worker_seen" }, { code: "work_waits" }],
      oldestQueued: { at: startOfTime, ageSeconds: 600 },
    });
  });

  it("the facts of the platform are loud when no worker was ever seen (pitfall 32)", () => {
    expect(codesOf({ timers: [] }, 0)).toEqual(["no_worker_seen"]);
  });

  it("the facts of the platform count runs by state, and do not take a run behind another writer for one that nobody takes", () => {
    const activeRuns = [aRun({ waitingFor: "another" }), aRun({ status: "running", heartbeatAt: at(10 * minuteMs) })];
    expect(factsOf({ activeRuns }, 10 * minuteMs)).toMatchObject({
      alarms: [],
      runs: { queued: 1, running: 1, waiting: 1 },
      oldestQueued: null,
    });
  });

  it("the facts of the platform are loud when a run is silent for longer than healing takes", () => {
    const activeRuns = [aRun({ status: "running", heartbeatAt: startOfTime })];
    expect(codesOf({ activeRuns }, 10 * minuteMs)).toEqual(["silent_run"]);
  });

  it("the facts of the platform are loud about documents that cannot be read, and name them", () => {
    const unreadable = [{ tenantId, kind: "run", id: "run", at: "schemaVersion" }];
    expect(factsOf({ unreadable }, 0)).toMatchObject({ alarms: [{ code: "unreadable_documents" }], unreadable });
  });

  it("the facts of the platform are loud about messages that could not be handled", () => {
    const deadLetter = { runTenantId: tenantId, runId: "run", attempt: 1, did: "closed", at: startOfTime } as const;
    expect(factsOf({ deadLetters: [deadLetter] }, 0)).toMatchObject({
      alarms: [{ code: "dead_letters" }],
      deadLetters: { count: 1, lastAt: startOfTime },
    });
  });

  it("the facts of the platform name tenants that Graph throttles, once each and no longer than they wait", () => {
    const waiting = { reason: "throttled", until: at(5_000) } as const;
    const progress = { rbac: { ...noProgress, waiting }, enrollment: { ...noProgress, waiting } };
    const run = aRun({ status: "running", heartbeatAt: startOfTime, progress });
    const paused = { rbac: { ...noProgress, waiting: { ...waiting, reason: "paused" as const } } };
    const other = aRun({ status: "running", heartbeatAt: startOfTime, tenantId: otherTenantId, progress: paused });
    const throttledAt = (ms: number) => factsOf({ activeRuns: [run, run, other] }, ms).throttledTenants;
    expect([throttledAt(0), throttledAt(5_000)]).toEqual([[tenantId], []]);
  });
});
