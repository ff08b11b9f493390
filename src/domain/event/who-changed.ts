import type { AuditEvent, EventActor } from "./audit-event.ts";
import { concerns } from "./objects-of-event.ts";
import type { Span } from "./repository.ts";

/** What a version knows of a change: between two readings of the object (ISO 8601 UTC) somebody changed it. */
export type ChangeWindow = {
  readonly objectId: string;
  /** The reading before, which did not show it. */
  readonly notBefore: string;
  /** The reading that showed it. */
  readonly at: string;
  /** Whether Intune's audit tells of objects of this type: groups and conditional access are in Entra's log. */
  readonly isInLog: boolean;
};

/** What is known of who did it; the events are those that may have made the change, the newest first. */
export type Who = {
  readonly state: "known" | "several" | "none_found" | "not_collected" | "not_in_this_log";
  readonly events: readonly AuditEvent[];
};

/** What was collected: events of any objects, at least of the window and its margins, and the span that is known. */
export type Collected = { readonly events: readonly AuditEvent[]; readonly collected: Span | null };

// Clocks of Microsoft's services differ, and a change is not read at once everywhere.
const marginMs = 5 * 60_000;

/** The span in which events may belong to a change. */
export function spanOfChange({ notBefore, at }: Pick<ChangeWindow, "notBefore" | "at">): Span {
  return { from: shifted(notBefore, -marginMs), to: shifted(at, marginMs) };
}

/**
 * Who made a change: successful events on the object, or on a part of it, between the two readings and five minutes around
 * them. Several events of one actor are `known`. That nobody was found says something only where the log is known over the
 * whole window.
 */
export function whoChanged(change: ChangeWindow, { events, collected }: Collected): Who {
  if (!change.isInLog) return { state: "not_in_this_log", events: [] };
  const { from, to } = spanOfChange(change);
  const found = events
    .filter((event) => event.at >= from && event.at <= to && isSuccess(event) && concerns(event, change.objectId))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (found.length > 0) {
    const actors = new Set(found.map(({ actor }) => keyOf(actor)));
    return { state: actors.size === 1 ? "known" : "several", events: found };
  }
  const isKnown = collected !== null && collected.from <= change.notBefore && collected.to >= change.at;
  return { state: isKnown ? "none_found" : "not_collected", events: [] };
}

function shifted(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function isSuccess({ result }: AuditEvent): boolean {
  return result.toLowerCase() === "success";
}

function keyOf({ kind, id, name }: EventActor): string {
  return `${kind} ${id ?? name ?? ""}`.toLowerCase();
}
