import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { PlatformActivity } from "../../domain/platform/platform-activity.ts";
import type { AlarmLimits } from "../../domain/platform/platform-facts.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";
import { readPlatformFacts } from "./read-platform-facts.ts";

const hourMs = 3_600_000;

export type MeasureDeps = {
  readonly aggregation: Pick<Aggregation, "activeRuns" | "brokenPromises" | "countFailedSince" | "unreadable">;
  readonly activity: PlatformActivity;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
};

/**
 * Reports how the platform is, in numbers that alerts compare: from runs, schedules and platform activity alone
 * (P7.3). Reads nothing when nobody listens. Rejects when the numbers were not taken.
 */
export async function measurePlatform(deps: MeasureDeps, limits: AlarmLimits): Promise<void> {
  const { aggregation, activity, clock, telemetry } = deps;
  if (!telemetry.isOn) return;
  const hourAgo = isoTime(clock.nowMs() - hourMs);
  const [facts, failed, deadLetters] = await Promise.all([
    readPlatformFacts(deps, limits),
    aggregation.countFailedSince(hourAgo),
    activity.deadLettersSince(hourAgo),
  ]);
  telemetry.measure({
    "runs.queued": facts.runs.queued,
    "runs.running": facts.runs.running,
    "runs.waiting": facts.runs.waiting,
    "runs.oldest_queued_seconds": facts.oldestQueued?.ageSeconds ?? 0,
    "runs.oldest_heartbeat_seconds": facts.oldestHeartbeat?.ageSeconds ?? 0,
    "runs.failed": failed,
    dead_letters: deadLetters.length,
    "promises.broken": facts.brokenPromises.length,
    "documents.unreadable": facts.unreadable.length,
  });
  await telemetry.flush();
}
