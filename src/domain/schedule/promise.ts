import { isoTime } from "../clock/clock.ts";
import type { Schedule } from "./schedule.ts";

const hourMs = 3_600_000;
// A broken promise is checked again this often, because any complete snapshot mends it.
const recheckMs = 5 * 60_000;

export type PromiseChange = Pick<Schedule, "promise" | "promiseCheckAt">;

/**
 * The state of a schedule's promise, from when the newest complete snapshot of its types was sealed. Without one it
 * counts from the schedule's beginning.
 */
export function evaluatePromise(
  schedule: Pick<Schedule, "promise" | "promiseHours" | "promisedFrom" | "paused">,
  lastCompleteAt: string | null,
  nowMs: number,
): PromiseChange {
  const { promise, promiseHours, paused } = schedule;
  if (promiseHours === null || paused) {
    return { promise: withState(promise, "none", lastCompleteAt, nowMs), promiseCheckAt: null };
  }
  const start = Math.max(Date.parse(schedule.promisedFrom), lastCompleteAt === null ? 0 : Date.parse(lastCompleteAt));
  const endsAtMs = start + promiseHours * hourMs;
  if (nowMs <= endsAtMs) {
    return { promise: withState(promise, "kept", lastCompleteAt, nowMs), promiseCheckAt: isoTime(endsAtMs) };
  }
  return { promise: withState(promise, "broken", lastCompleteAt, nowMs), promiseCheckAt: isoTime(nowMs + recheckMs) };
}

function withState(
  before: Schedule["promise"],
  state: Schedule["promise"]["state"],
  lastCompleteAt: string | null,
  nowMs: number,
): Schedule["promise"] {
  return { state, since: before.state === state ? before.since : isoTime(nowMs), lastCompleteAt };
}
