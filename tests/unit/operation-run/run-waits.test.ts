import { describe, expect, it } from "vitest";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { type GroupWait, noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun } from "../../builders/a-run.ts";

const startMs = Date.parse(startOfTime);
const until = isoTime(startMs + 200_000);

/** What somebody sees so many milliseconds after the run's last heartbeat. */
function seenAfter(ms: number, given: Partial<OperationRun>) {
  const run = aRun({ status: "running", heartbeatAt: startOfTime, ...given });
  return toRunView(run, { nowMs: startMs + ms, silentAfterMs: 60_000 });
}

const waits = (reason: GroupWait["reason"]) => ({ ...noProgress, waiting: { reason, until } });

describe("what a person reads of a run", () => {
  it("a run that Graph throttles tells until when and which service group", () => {
    expect(seenAfter(0, { progress: { deviceConfiguration: waits("throttled"), rbac: noProgress } })).toMatchObject({
      activity: "throttled",
      waiting: [
        {
          group: "deviceConfiguration",
          reason: "throttled",
          until,
          message: "Waiting for Microsoft Graph until 08:03:20 UTC, device configuration.",
        },
      ],
    });
  });

  it("a run that is paused, paced, or behind another's lease, tells that it waits, and why", () => {
    const { activity, waiting } = seenAfter(0, {
      progress: {
        deviceConfigurationV2: waits("paused"),
        rbac: waits("busy"),
        apps: waits("paced"),
        enrollment: waits("of_a_newer_version"),
      },
    });
    expect(activity).toBe("waiting");
    expect(waiting.map(({ message }) => message).toSorted()).toEqual([
      "Requests to Microsoft Graph are paused; looks again at 08:03:20 UTC, device configuration v2.",
      "Waiting until 08:03:20 UTC to keep the limits of Microsoft Graph, apps.",
      "Waiting until 08:03:20 UTC, enrollment.",
      "Waiting until 08:03:20 UTC, rbac is being read already.",
    ]);
  });

  it("is no wait that is over, even when nobody took it back", () => {
    const heartbeatAt = isoTime(startMs + 190_000);
    const progress = { rbac: waits("throttled") };
    expect(seenAfter(199_999, { progress, heartbeatAt }).activity).toBe("throttled");
    expect(seenAfter(200_000, { progress, heartbeatAt })).toMatchObject({ activity: "working", waiting: [] });
  });

  it("a run that sends no heartbeat is told as stalled, whatever it said last", () => {
    const progress = { rbac: waits("throttled") };
    expect(seenAfter(60_000, { progress }).activity).toBe("throttled");
    expect(seenAfter(60_001, { progress }).activity).toBe("stalled");
  });

  it("a run that nobody works on tells whether it is queued, waits behind a writer, or has ended", () => {
    expect(seenAfter(0, { status: "queued" }).activity).toBe("queued");
    expect(seenAfter(0, { status: "queued", waitingFor: "another" }).activity).toBe("waiting");
    const progress = { rbac: waits("throttled") };
    expect(seenAfter(0, { status: "completed", progress })).toMatchObject({ activity: "none", waiting: [] });
  });
});
