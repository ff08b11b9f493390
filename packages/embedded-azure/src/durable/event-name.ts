import { eventType } from "./history-event.ts";

/** The name of an event's number. */
export function eventName(type: number): string {
  return Object.entries(eventType).find(([, number]) => number === type)?.[0] ?? String(type);
}
