import { describe, expect, it } from "vitest";
import { alarmLimits } from "../../../config/limits.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { measurementNames } from "../../../src/domain/telemetry/measurement.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { measurePlatform } from "../../../src/use-cases/platform/measure-platform.ts";
import { aClock, startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId, tenantId } from "../../builders/a-run.ts";
import { aTelemetry } from "../../builders/a-telemetry.ts";

const startMs = Date.parse(startOfTime);
const minuteMs = 60_000;
const hourAgo = isoTime(startMs - 60 * minuteMs);

/** A platform on which everything is wrong; it records which times were queried. */
function aTroubledPlatform() {
  const since: string[] = [];
  const earlier = (minutes: number): string => isoTime(startMs - minutes * minuteMs);
  const activeRuns = [
    aRun({ createdAt: earlier(20) }),
    aRun({ createdAt: earlier(30), waitingFor: "another" }),
    aRun({ status: "running", heartbeatAt: earlier(2) }),
  ];
  const unreadable = { tenantId, kind: "run", id: runId, at: "status" };
  const deadLetter = { runTenantId: tenantId, runId, attempt: 1, did: "closed", at: earlier(5) } as const;
  const fail = (): never => {
    throw new Error("Nobody writes here.");
  };
  return {
    since,
    clock: aClock(),
    aggregation: {
      activeRuns: async () => activeRuns,
      brokenPromises: async () => [],
      unreadable: async () => [unreadable],
      countFailedSince: async (from: string) => {
        since.push(from);
        return 4;
      },
    },
    activity: {
      noteTimer: fail,
      noteDeadLetter: fail,
      timers: async () => [],
      deadLettersSince: async (from: string) => (from === hourAgo ? [deadLetter] : [deadLetter, deadLetter]),
    },
  };
}

describe("P7.3: the platform is measured", () => {
  it("P7.3: the platform is measured from runs, schedules and platform activity, and each name is reported", async () => {
    const { telemetry, measured, flushes } = aTelemetry();
    const platform = aTroubledPlatform();
    await measurePlatform({ ...platform, telemetry }, alarmLimits);
    expect(measured).toEqual([
      {
        "runs.queued": 2,
        "runs.running": 1,
        "runs.waiting": 1,
        "runs.oldest_queued_seconds": 20 * 60,
        "runs.oldest_heartbeat_seconds": 2 * 60,
        "runs.failed": 4,
        dead_letters: 1,
        "promises.broken": 0,
        "documents.unreadable": 1,
      },
    ]);
    expect(platform.since).toEqual([hourAgo]);
    expect(flushes()).toBe(1);
    const toldElsewhere = /^(graph\.throttled|snapshots\.damaged|audit\..+|access\..+)$/;
    const others = measurementNames.filter((name) => !toldElsewhere.test(name));
    expect(Object.keys(measured[0] ?? {})).toEqual(others);
  });

  it("what is not taken of the measurements is told to whoever asked, so that it is seen", async () => {
    const refused = { ...aTelemetry().telemetry, flush: () => Promise.reject(new Error("refused")) };
    await expect(measurePlatform({ ...aTroubledPlatform(), telemetry: refused }, alarmLimits)).rejects.toThrow(
      "refused",
    );
  });

  it("nothing is read for measurements when nobody listens", async () => {
    const platform = aTroubledPlatform();
    await measurePlatform({ ...platform, telemetry: noTelemetry }, alarmLimits);
    expect(platform.since).toEqual([]);
  });
});
