import type { AuditEvent } from "../../domain/event/audit-event.ts";
import { type Collected, spanOfChange, type Who, whoChanged } from "../../domain/event/who-changed.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import type { ObjectVersion } from "../../domain/version/object-version.ts";

export type ContractOf = (type: string) => ObjectTypeContract | undefined;

/** A version, and who made the change that it shows. */
export type ToldVersion = ObjectVersion & { readonly who: Who };

const notCollected: Who = { state: "not_collected", events: [] };

// Of a day hardly ever more; what is older is told as not collected.
const mostEvents = 1_000;

/** Joins versions with what Intune's audit said. Without names who did it is of a kind, and nobody (P6.10). */
export async function whoOfVersions(
  { events }: Pick<TenantStores, "events">,
  contractOf: ContractOf,
  versions: readonly ObjectVersion[],
  { withNames, objectId }: { readonly withNames: boolean; readonly objectId?: string },
): Promise<ToldVersion[]> {
  const spans = versions.flatMap(({ notBefore, at }) => (notBefore === null ? [] : [spanOfChange({ notBefore, at })]));
  const collected = spans.length === 0 ? undefined : await eventsIn(events, spans, objectId);
  return versions.map((version) => {
    const { notBefore, at } = version;
    if (notBefore === null || !collected) return { ...version, who: notCollected };
    const isInLog = isInIntunesAudit(contractOf(version.type));
    const who = whoChanged({ objectId: version.objectId, notBefore, at, isInLog }, collected);
    return { ...version, who: withNames ? who : { ...who, events: who.events.map(nameless) } };
  });
}

type Spans = readonly { readonly from: string; readonly to: string }[];

async function eventsIn(
  events: TenantStores["events"],
  spans: Spans,
  objectId: string | undefined,
): Promise<Collected> {
  const from = spans.map((span) => span.from).toSorted()[0] ?? "";
  // The end of a span is in it, and that of a filter is not.
  const to = new Date(
    Date.parse(
      spans
        .map((span) => span.to)
        .toSorted()
        .at(-1) ?? "",
    ) + 1,
  ).toISOString();
  const filter = { from, to, ...(objectId === undefined ? {} : { objectId }) };
  const [page, head] = await Promise.all([events.list(filter, { limit: mostEvents, page: null }), events.head()]);
  const known = head?.collected ?? null;
  const oldest = page.nextPage === null ? undefined : page.items.at(-1)?.at;
  const collected = known && oldest !== undefined && oldest > known.from ? { ...known, from: oldest } : known;
  return { events: page.items, collected };
}

/** Groups and conditional access are in Entra's own log. */
function isInIntunesAudit(contract: ObjectTypeContract | undefined): boolean {
  return contract !== undefined && /^\/?device(AppM|M)anagement/.test(contract.path);
}

function nameless(event: AuditEvent): AuditEvent {
  return { ...event, actor: { ...event.actor, id: null, name: null }, correlationId: null };
}
