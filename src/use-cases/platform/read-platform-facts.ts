import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { PlatformActivity } from "../../domain/platform/platform-activity.ts";
import { type AlarmLimits, type PlatformFacts, toPlatformFacts } from "../../domain/platform/platform-facts.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";

const dayMs = 86_400_000;

/** Health of workers and queue, of the last day where it is counted; from the database alone. */
export async function readPlatformFacts(
  {
    aggregation,
    activity,
    clock,
  }: {
    readonly aggregation: Pick<Aggregation, "activeRuns" | "brokenPromises" | "unreadable">;
    readonly activity: PlatformActivity;
    readonly clock: Clock;
  },
  limits: AlarmLimits,
): Promise<PlatformFacts> {
  const nowMs = clock.nowMs();
  const [activeRuns, timers, deadLetters, brokenPromises, unreadable] = await Promise.all([
    aggregation.activeRuns(),
    activity.timers(),
    activity.deadLettersSince(isoTime(nowMs - dayMs)),
    aggregation.brokenPromises(),
    aggregation.unreadable(isoTime(nowMs)),
  ]);
  return toPlatformFacts({ activeRuns, timers, deadLetters, brokenPromises, unreadable }, limits, nowMs);
}
