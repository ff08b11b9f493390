import { isoTime } from "../clock/clock.ts";
import { makeTimeZone } from "../clock/time-zone.ts";
import { parseCron } from "./cron.ts";
import type { Schedule, ScheduleTerms } from "./schedule.ts";
import { dueAtOf } from "./slot.ts";
import { slotAfter, slotsAfter } from "./slots.ts";

export type NextSlot = Pick<Schedule, "nextSlotAt" | "nextDueAt">;

const noSlot: NextSlot = { nextSlotAt: null, nextDueAt: null };

/** The first slot of a schedule after an instant; none while it is paused, or when its cron names no day there is. */
export function nextSlotOf(
  schedule: Pick<Schedule, "id" | Exclude<keyof ScheduleTerms, "missedSlots">>,
  afterMs: number,
): NextSlot {
  if (schedule.paused) return noSlot;
  const slotMs = slotAfter(parseCron(schedule.cron), makeTimeZone(schedule.timeZone), afterMs);
  if (slotMs === undefined) return noSlot;
  return {
    nextSlotAt: isoTime(slotMs),
    nextDueAt: isoTime(dueAtOf(schedule.id, slotMs, schedule.jitterMinutes)),
  };
}

/** The latest slot that is due, how many before it passed while no worker ran, and what comes next. */
export type DueSlots = {
  readonly slotMs: number;
  readonly dueMs: number;
  readonly missedBefore: number;
  next: NextSlot;
};

/** Slots from `nextSlotAt` on whose time has come; undefined when none has. */
export function dueSlotsOf(schedule: Schedule, nowMs: number): DueSlots | undefined {
  if (schedule.nextSlotAt === null || schedule.paused) return undefined;
  const dueOf = (slotMs: number): number => dueAtOf(schedule.id, slotMs, schedule.jitterMinutes);
  let latest = Date.parse(schedule.nextSlotAt);
  if (dueOf(latest) > nowMs) return undefined;
  let before = 0;
  for (const slotMs of slotsAfter(parseCron(schedule.cron), makeTimeZone(schedule.timeZone), latest)) {
    if (dueOf(slotMs) > nowMs) break;
    latest = slotMs;
    before += 1;
  }
  return { slotMs: latest, dueMs: dueOf(latest), missedBefore: before, next: nextSlotOf(schedule, latest) };
}

/** The next slots of a cron expression in a time zone, at most `count`; fewer when it has no more. Milliseconds. */
export function nextSlotsOf(cron: string, timeZone: string, afterMs: number, count: number): readonly number[] {
  const found: number[] = [];
  for (const slotMs of slotsAfter(parseCron(cron), makeTimeZone(timeZone), afterMs)) {
    found.push(slotMs);
    if (found.length >= count) break;
  }
  return found;
}
