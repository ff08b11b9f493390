import { describe, expect, it } from "vitest";
import { parseNcrontab } from "../../src/host/timers/ncrontab.ts";

const next = (expression: string, after: string) =>
  new Date(parseNcrontab(expression).next(Date.parse(after))).toISOString();

describe("an NCRONTAB schedule", () => {
  it.each([
    ["every 30 seconds", "*/30 * * * * *", "2026-03-01T10:00:00Z", "2026-03-01T10:00:30.000Z"],
    ["the moment itself is over", "0 0 10 * * *", "2026-03-01T10:00:00Z", "2026-03-02T10:00:00.000Z"],
    ["five fields mean second 0", "15 3 * * *", "2026-03-01T10:00:00Z", "2026-03-02T03:15:00.000Z"],
    ["a range with a step", "0 0 8-18/4 * * *", "2026-03-01T12:30:00Z", "2026-03-01T16:00:00.000Z"],
    ["a list", "0 5,35 * * * *", "2026-03-01T10:06:00Z", "2026-03-01T10:35:00.000Z"],
    ["names of months and days", "0 0 0 * jan mon", "2026-03-01T00:00:00Z", "2027-01-04T00:00:00.000Z"],
    ["both day fields must fit", "0 0 0 13 * 5", "2026-03-14T00:00:00Z", "2026-11-13T00:00:00.000Z"],
    ["a leap day", "0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00.000Z"],
    ["the end of the year", "59 59 23 31 12 *", "2026-12-31T23:59:59Z", "2027-12-31T23:59:59.000Z"],
  ])("an expression gives its next time: %s", (_rule, expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it.each([
    "",
    "* * * *",
    "60 * * * * *",
    "0 0 24 * * *",
    "*/0 * * * * *",
    "0 0 0 0 * *",
    "a * * * * *",
    "0 30-10 * * * *",
  ])("%j is refused", (expression) => {
    expect(() => parseNcrontab(expression)).toThrow(RangeError);
  });

  it("an NCRONTAB schedule that never occurs is refused when it is asked", () => {
    expect(() => next("0 0 0 31 2 *", "2026-03-01T00:00:00Z")).toThrow("never occurs");
  });
});
