import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts } from "../../domain/counts/counts.ts";
import { Fault } from "../../domain/error/fault.ts";
import { objectIdsOf } from "../../domain/event/objects-of-event.ts";
import { parseAuditEvent } from "../../domain/event/parse-audit-event.ts";
import type { EventHead, KeptEvent, Span } from "../../domain/event/repository.ts";
import { type Failure, toFailure } from "../../domain/failure/failure.ts";
import type { LogContract } from "../../domain/graph/feed-contract.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { OpenStep } from "../../domain/operation-run/one-step.ts";
import type { CollectInput } from "../../domain/operation-run/run-types/events-collect.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

export type CollectDeps = Pick<TenantStores, "events" | "inventory"> & {
  readonly graph: Pick<GraphClient, "entries" | "takeRequests" | "throttling">;
  readonly log: LogContract;
  readonly clock: Clock;
};

const dayMs = 24 * 3_600_000;
const firstDays = 30;
// Events may come late into the log; nobody says how late.
const overlapMs = dayMs;

/** What the log refuses to a tenant as a whole: a gap, and no failure of anything else. */
const refusals: ReadonlySet<string> = new Set(["graph_forbidden", "not_licensed"]);

/**
 * Reads who did what in Intune since the last whole reading, and keeps what was done to known objects. The head moves last,
 * so a reading that is interrupted anywhere is repeated, and what it stored is not stored again.
 */
export function openCollection(deps: CollectDeps, { from }: Pick<CollectInput, "from">): OpenStep {
  let counts: Counts = noCounts;
  let kept = 0;
  let added = 0;

  async function read(span: Span, signal: AbortSignal): Promise<void> {
    [counts, kept, added] = [noCounts, 0, 0];
    const known = await deps.inventory.objectIds();
    for await (const page of deps.graph.entries(deps.log, span, signal)) {
      signal.throwIfAborted();
      const { events, unreadable } = toKept(page, known);
      added += await deps.events.add(events);
      kept += events.length;
      const [processed, failed] = [counts.processed + page.length, counts.failed + unreadable];
      counts = { ...counts, processed, failed, succeeded: processed - failed };
    }
    signal.throwIfAborted();
    counts = { ...counts, total: counts.processed };
  }

  return {
    progress: () => {
      const { asked, throttled, retried } = deps.graph.throttling(deps.log.serviceGroup);
      return { ...counts, asked, throttled, retried, waiting: null };
    },
    perform: async (signal) => {
      const lookedAt = isoTime(deps.clock.nowMs());
      const head = await deps.events.head();
      const collected = spanOf(head, from, lookedAt);
      const begin = head?.collected && collected.from === head.collected.from ? overlapOf(head.collected) : collected;
      const refused = await read({ ...collected, from: begin.from }, signal).catch(asRefusal);
      await deps.events.keepHead({ collected: refused ? (head?.collected ?? null) : collected, lookedAt });
      if (refused) counts = { ...counts, gaps: 1 };
      const failures = refused ? [toFailure(refused, deps.log.key)] : unreadableOf(counts.failed, deps.log.key);
      const events = { read: counts.processed, kept, added };
      return { failures, result: { events, graphRequests: deps.graph.takeRequests() } };
    },
  };
}

/** What will be known when this reading has ended: what is known already, and what is asked for, without a hole. */
function spanOf(head: EventHead | undefined, from: string | null, to: string): Span {
  const usual = head?.collected?.from ?? isoTime(Date.parse(to) - firstDays * dayMs);
  return { from: from !== null && from < usual ? from : usual, to };
}

function overlapOf({ from, to }: Span): { readonly from: string } {
  const late = isoTime(Date.parse(to) - overlapMs);
  return { from: late < from ? from : late };
}

function asRefusal(error: unknown): Fault {
  if (error instanceof Fault && refusals.has(error.code)) return error;
  throw error;
}

function toKept(page: readonly JsonObject[], known: ReadonlySet<string>) {
  const parsed = page.map(parseAuditEvent);
  const events = parsed.flatMap((event): KeptEvent[] => {
    const objectIds = event ? objectIdsOf(event).filter((id) => known.has(id)) : [];
    return event && objectIds.length > 0 ? [{ event, objectIds }] : [];
  });
  return { events, unreadable: parsed.filter((event) => event === undefined).length };
}

function unreadableOf(count: number, target: string): Failure[] {
  const message = "The audit of Intune holds what has no id or no time.";
  return count === 0 ? [] : [{ code: "graph_bad_response", message, target, count }];
}
