import type { Page, PageRequest } from "../paging/page.ts";
import type { AuditEvent } from "./audit-event.ts";

/** Times in ISO 8601 UTC; `to` itself is not in it. */
export type Span = { readonly from: string; readonly to: string };

/** How far a tenant's events are known, without a hole between; null before the first whole reading. */
export type EventHead = {
  readonly collected: Span | null;
  /** When Graph was last asked to the end, or refused the question. */
  readonly lookedAt: string;
};

export type EventFilter = Partial<Span> & {
  /** Of one object, or of a part of it; in any case. */
  readonly objectId?: string;
};

/** An event, and ids in lower case of the known objects that it was done to. */
export type KeptEvent = { readonly event: AuditEvent; readonly objectIds: readonly string[] };

/** Events of one tenant scope. */
export type EventRepository = {
  head(): Promise<EventHead | undefined>;
  keepHead(head: EventHead): Promise<void>;
  /** Stores those that are not there yet, and answers how many they were. What is stored never changes. */
  add(events: readonly KeptEvent[]): Promise<number>;
  /** Newest first. */
  list(filter: EventFilter, page: PageRequest): Promise<Page<AuditEvent>>;
};
