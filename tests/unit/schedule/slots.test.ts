import { describe, expect, it } from "vitest";
import { makeTimeZone, timeZoneSchema } from "../../../src/domain/clock/time-zone.ts";
import { cronSchema, parseCron } from "../../../src/domain/schedule/cron.ts";
import { slotAfter, slotsAfter } from "../../../src/domain/schedule/slots.ts";

function slots(cron: string, zone: string, after: string, count: number): string[] {
  const found: string[] = [];
  for (const slot of slotsAfter(parseCron(cron), makeTimeZone(zone), Date.parse(after))) {
    if (found.push(new Date(slot).toISOString()) === count) break;
  }
  return found;
}

describe("a slot at a named time of day", () => {
  it("keeps its local time in summer and winter", () => {
    expect(slots("30 1 * * *", "Europe/Berlin", "2026-01-01T00:00:00Z", 1)).toEqual(["2026-01-01T00:30:00.000Z"]);
    expect(slots("30 1 * * *", "Europe/Berlin", "2026-07-01T00:00:00Z", 1)).toEqual(["2026-07-01T23:30:00.000Z"]);
  });

  it("is at the first instant after the hour that a spring skips", () => {
    expect(slots("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 2)).toEqual([
      "2026-03-29T01:00:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ]);
  });

  it("comes once in the hour that an autumn repeats, the first time", () => {
    expect(slots("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
  });
});

describe("slots of every hour", () => {
  it("slots of every hour follow elapsed time: the skipped hour has none, the repeated one has two", () => {
    expect(slots("0 * * * *", "Europe/Berlin", "2026-03-29T00:30:00Z", 2)).toEqual([
      "2026-03-29T01:00:00.000Z",
      "2026-03-29T02:00:00.000Z",
    ]);
    expect(slots("30 * * * *", "America/New_York", "2026-11-01T05:00:00Z", 2)).toEqual([
      "2026-11-01T05:30:00.000Z",
      "2026-11-01T06:30:00.000Z",
    ]);
  });
});

describe("a cron expression", () => {
  it("fits a day when either day field fits and both are restricted", () => {
    expect(slots("0 0 13 * fri", "UTC", "2026-02-01T00:00:00Z", 3)).toEqual([
      "2026-02-06T00:00:00.000Z",
      "2026-02-13T00:00:00.000Z",
      "2026-02-20T00:00:00.000Z",
    ]);
  });

  it("finds 29 February over the eight years without one, and gives up on 30 February", () => {
    expect(slots("0 0 29 feb *", "UTC", "2096-03-01T00:00:00Z", 1)).toEqual(["2104-02-29T00:00:00.000Z"]);
    expect(slotAfter(parseCron("0 0 30 2 *"), makeTimeZone("UTC"), 0)).toBeUndefined();
  });

  it("takes Sunday as 0 and as 7", () => {
    expect(parseCron("0 0 * * 7").daysOfWeek).toEqual(parseCron("0 0 * * sun").daysOfWeek);
  });

  it.each([
    ["* * * *", "five fields"],
    ["60 * * * *", "minute must be 0 to 59"],
    ["* 24 * * *", "hour must be 0 to 23"],
    ["* * 0 * *", "day of month must be 1 to 31"],
    ["* * * foo *", "month must be 1 to 12"],
    ["* * * * 5-1", "day of week must be 0 to 7"],
    ["*/0 * * * *", "minute must be"],
    ["*-5 * * * *", "minute must be"],
    ["@daily", "five fields"],
  ])("%s is refused with the field that is wrong", (text, problem) => {
    expect(cronSchema.safeParse(text).error?.issues[0]?.message).toContain(problem);
  });
});

describe("a time zone", () => {
  it("is an IANA name; a bare offset knows no summer time and is refused", () => {
    expect(timeZoneSchema.safeParse("Europe/Berlin").success).toBe(true);
    expect(timeZoneSchema.safeParse("Mars/Olympus").success).toBe(false);
    expect(timeZoneSchema.safeParse("+02:00").success).toBe(false);
  });
});
