import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTimeZone } from "../../../src/domain/clock/time-zone.ts";
import { parseCron } from "../../../src/domain/schedule/cron.ts";
import { dueAtOf } from "../../../src/domain/schedule/slot.ts";
import { slotAfter, slotsAfter } from "../../../src/domain/schedule/slots.ts";
import { walkMinutes } from "./walk-minutes.ts";

const hourMs = 3_600_000;

// Days on which a zone's clock jumps: forwards, backwards, by half an hour, at midnight, over a whole day.
const jumps = [
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2026-03-22"],
  ["Pacific/Apia", "2011-12-30"],
  ["Asia/Kathmandu", "2026-06-01"],
  ["UTC", "2026-06-01"],
] as const;

const list = (min: number, max: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((values) => values.join(","));
const minute = fc.oneof(list(0, 59), fc.constantFrom("*", "*/15", "0", "30"));
const hour = fc.oneof(list(0, 4), fc.constantFrom("*", "*/2", "1-3", "0", "23"));
const dayOfMonth = fc.oneof({ weight: 3, arbitrary: fc.constant("*") }, list(1, 31));
const dayOfWeek = fc.oneof({ weight: 3, arbitrary: fc.constant("*") }, list(0, 7));
const cron = fc.tuple(minute, hour, dayOfMonth, fc.constant("*"), dayOfWeek).map((fields) => fields.join(" "));
const jump = fc.constantFrom(...jumps);

function slotsBetween(text: string, zone: string, after: number, until: number): number[] {
  const slots: number[] = [];
  for (const slot of slotsAfter(parseCron(text), makeTimeZone(zone), after)) {
    if (slot > until) break;
    slots.push(slot);
  }
  return slots;
}

describe("slots of a schedule", () => {
  it("slots of a schedule are those that somebody finds who looks at the zone's clock every minute, over every jump of it", () => {
    fc.assert(
      fc.property(cron, jump, fc.integer({ min: 0, max: 30 }), (text, [zone, day], hoursBefore) => {
        const after = Date.parse(`${day}T00:00:00Z`) - hoursBefore * hourMs;
        const until = after + 60 * hourMs;
        expect(slotsBetween(text, zone, after, until)).toEqual(walkMinutes(parseCron(text), zone, after, until));
      }),
      { numRuns: 150 },
    );
  });

  it("slots of a schedule are the same from wherever one begins to look", () => {
    fc.assert(
      fc.property(cron, jump, fc.integer({ min: 0, max: 60 * 48 }), (text, [zone, day], minutes) => {
        const start = Date.parse(`${day}T00:00:00Z`) - 24 * hourMs;
        const middle = start + minutes * 60_000;
        const expected = slotsBetween(text, zone, start, start + 96 * hourMs).find((slot) => slot > middle);
        if (expected !== undefined) expect(slotAfter(parseCron(text), makeTimeZone(zone), middle)).toBe(expected);
      }),
    );
  });

  it("slots of a schedule get a jitter that is inside the window and always the same for one slot", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 720 }), (id, at, window) => {
        const slot = at * 60_000;
        const due = dueAtOf(id, slot, window);
        expect(due).toBe(dueAtOf(id, slot, window));
        expect(due - slot).toBeGreaterThanOrEqual(0);
        expect(due - slot).toBeLessThan(Math.max(window * 60_000, 1));
      }),
    );
  });
});
