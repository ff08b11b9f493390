import type { TimeZone } from "../clock/time-zone.ts";
import type { Cron } from "./cron.ts";

/*
 * When slots are, in a zone whose clock jumps:
 *
 * Named hours (`30 2 * * *`): each named local time is one slot a day. In the hour that a spring skips, the slot is at
 * the first instant after the gap; in the hour that an autumn repeats, it is at the first of the two.
 * Every hour (the hour field begins with a star): slots follow elapsed time. A skipped local time is no slot, a
 * repeated one is two.
 */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
// No offset, and no jump, is longer than this from the wall time it belongs to.
const maxOffsetMs = 36 * 60 * minuteMs;
// 29 February comes at the latest after eight years (1896, 1904; 2096, 2104).
const horizonDays = 366 * 8 + 2;

/**
 * Instants of slots after another, in order, without repeats. Ends when eight years hold no slot.
 */
export function* slotsAfter(cron: Cron, zone: TimeZone, afterMs: number): Generator<number> {
  let last = afterMs;
  let emptyDays = 0;
  // A day early, because the local day that holds the instant may have begun before.
  for (let day = startOfDay(afterMs + zone.offsetAt(afterMs)) - dayMs; emptyDays < horizonDays; day += dayMs) {
    const slots = isDay(cron, day) ? slotsOfDay(cron, zone, day) : [];
    emptyDays += 1;
    for (const slot of slots) {
      if (slot <= last) continue;
      yield slot;
      last = slot;
      emptyDays = 0;
    }
  }
}

/** The first slot after an instant; undefined when there is none, as for 30 February. */
export function slotAfter(cron: Cron, zone: TimeZone, afterMs: number): number | undefined {
  const next = slotsAfter(cron, zone, afterMs).next();
  return next.done ? undefined : next.value;
}

function startOfDay(wallMs: number): number {
  return Math.floor(wallMs / dayMs) * dayMs;
}

function isDay(cron: Cron, wallDay: number): boolean {
  const date = new Date(wallDay);
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const fitsMonth = cron.daysOfMonth.has(date.getUTCDate());
  const fitsWeek = cron.daysOfWeek.has(date.getUTCDay());
  return cron.eitherDay ? fitsMonth || fitsWeek : fitsMonth && fitsWeek;
}

function slotsOfDay(cron: Cron, zone: TimeZone, wallDay: number): number[] {
  const before = zone.offsetAt(wallDay - maxOffsetMs);
  const after = zone.offsetAt(wallDay + dayMs + maxOffsetMs);
  const wallTimes = cron.hours.flatMap((hour) =>
    cron.minutes.map((minute) => wallDay + (hour * 60 + minute) * minuteMs),
  );
  if (before === after) return wallTimes.map((wall) => wall - before);
  const instants = wallTimes.flatMap((wall) => {
    const found = instantsOf(zone, wall, before, after);
    if (cron.everyHour) return found;
    return found[0] ?? endOfGap(zone, wall, before, after);
  });
  return instants.sort((a, b) => a - b);
}

/** The instants at which the zone's clock shows a wall time: one, none in a gap, two when it is repeated. */
function instantsOf(zone: TimeZone, wall: number, before: number, after: number): number[] {
  const candidates = [wall - before, wall - after].sort((a, b) => a - b);
  return [...new Set(candidates)].filter((instant) => instant + zone.offsetAt(instant) === wall);
}

/** The first instant at which the zone's clock has jumped past a wall time that it never shows. */
function endOfGap(zone: TimeZone, wall: number, before: number, after: number): number {
  let low = wall - Math.max(before, after);
  let high = wall - Math.min(before, after);
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (middle + zone.offsetAt(middle) < wall) low = middle;
    else high = middle;
  }
  return high;
}
