import { z } from "zod";

/** A time zone as the rules of slots need it. Wall times are milliseconds as if the zone's clock showed UTC. */
export type TimeZone = {
  /** What the zone's clock shows at an instant, minus the instant, in milliseconds. */
  readonly offsetAt: (instantMs: number) => number;
};

/** An IANA time zone. Throws a RangeError when the name is unknown. */
export function makeTimeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return { offsetAt: (instantMs) => wallOf(format, instantMs) - Math.floor(instantMs / 1_000) * 1_000 };
}

function wallOf(format: Intl.DateTimeFormat, instantMs: number): number {
  const parts = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

export const timeZoneSchema = z
  .string()
  .max(100)
  .refine(isTimeZone, { message: "is no IANA time zone, such as Europe/Berlin" });

function isTimeZone(name: string): boolean {
  try {
    makeTimeZone(name);
    // Offsets such as +02:00 are accepted by Intl but know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
