import type { Schedule } from "../../src/domain/schedule/schedule.ts";

const at = "2026-03-01T08:00:00.000Z";

/** What is stored of a schedule whose slot is due and whose promise is to be looked at, but for its id and tenant. */
export function aSchedule(given: Partial<Schedule> = {}): Omit<Schedule, "id" | "tenantId"> {
  return {
    cron: "0 2 * * *",
    timeZone: "UTC",
    jitterMinutes: 0,
    types: null,
    paused: false,
    promiseHours: 26,
    missedSlots: "run_latest",
    createdAt: at,
    nextSlotAt: at,
    nextDueAt: at,
    lastSlot: null,
    promise: { state: "broken", since: at, lastCompleteAt: null },
    promiseCheckAt: at,
    promisedFrom: at,
    ...given,
  };
}
