import type { Cron } from "../../../src/domain/schedule/cron.ts";

const minuteMs = 60_000;

/**
 * Slots of a window, found by looking at the zone's clock once a minute: slow, and with nothing in common with the
 * product's way but the rule. `after` is exclusive, `until` inclusive.
 */
export function walkMinutes(cron: Cron, timeZone: string, after: number, until: number): number[] {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const wallAt = (instant: number): number => Date.parse(`${clock.format(instant).replace(" ", "T")}Z`);
  // A day before the window, so that a repeated hour at its begin is known to be repeated.
  let latestWall = wallAt(after - 1_440 * minuteMs);
  const slots: number[] = [];
  for (let instant = after - 1_439 * minuteMs; instant <= until; instant += minuteMs) {
    const wall = wallAt(instant);
    const shown = cron.everyHour ? [wall] : wallsBetween(latestWall, wall);
    if (instant > after && shown.some((each) => fits(cron, each))) slots.push(instant);
    latestWall = Math.max(latestWall, wall);
  }
  return slots;
}

/** Every wall time that the clock has passed since the latest it ever showed: none while it repeats itself. */
function wallsBetween(latest: number, now: number): number[] {
  return Array.from({ length: Math.max(0, (now - latest) / minuteMs) }, (_, position) => now - position * minuteMs);
}

function fits(cron: Cron, wall: number): boolean {
  const date = new Date(wall);
  const inMonth = cron.daysOfMonth.has(date.getUTCDate());
  const inWeek = cron.daysOfWeek.has(date.getUTCDay());
  return (
    cron.minutes.includes(date.getUTCMinutes()) &&
    cron.hours.includes(date.getUTCHours()) &&
    cron.months.has(date.getUTCMonth() + 1) &&
    (cron.eitherDay ? inMonth || inWeek : inMonth && inWeek)
  );
}
