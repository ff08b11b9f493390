import type { Schedule } from "../../../../web/src/api/operations.ts";

export function aSchedule(facts: Partial<Schedule> = {}): Schedule {
  return {
    id: "schedule-1",
    tenantId: "t",
    cron: "0 2 * * *",
    timeZone: "Europe/Berlin",
    jitterMinutes: 0,
    types: null,
    paused: false,
    promiseHours: 26,
    missedSlots: "run_latest",
    nextSlotAt: "2026-12-01T01:00:00.000Z",
    promise: { state: "kept", since: "2026-11-29T01:20:00.000Z", lastCompleteAt: "2026-11-30T01:20:00.000Z" },
    createdAt: "2026-11-01T12:00:00.000Z",
    lastSlot: null,
    ...facts,
  };
}
