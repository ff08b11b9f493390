import type { Container, SqlParameter, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { auditEventSchema } from "../../domain/event/audit-event.ts";
import type { EventFilter, EventHead, EventRepository, KeptEvent } from "../../domain/event/repository.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { runBatch } from "./batch.ts";
import { batchesOf } from "./batches-of.ts";
import { parseDocument, readable } from "./document.ts";
import { inList } from "./in-list.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

type Lifetime = { readonly eventTtlSeconds: number };

const schemaVersion = 1;
const headId = "eventHead";
const time = z.iso.datetime();

const parseHead: (document: unknown) => EventHead = parseDocument(
  z.object({ collected: z.object({ from: time, to: time }).nullable(), lookedAt: time }),
  "eventHead",
);

/** The event as the domain knows it: its own id is Microsoft's, not the document's. */
const parseEvent = parseDocument(
  z
    .looseObject({ eventId: z.string() })
    .transform(({ eventId, ...rest }) => ({ ...rest, id: eventId }))
    .pipe(auditEventSchema),
  "event",
);

/** What Intune's audit said of one tenant's objects, beside its snapshots. */
export function makeEventRepository(
  container: Container,
  { tenantId }: TenantScope,
  { eventTtlSeconds: ttl }: Lifetime,
  reportUnreadable: ReportUnreadable,
): EventRepository {
  const toDocument = ({ event: { id, ...said }, objectIds }: KeptEvent) => {
    const own = { id: documentId(id), eventId: id, tenantId, kind: "event", schemaVersion, ttl };
    return { ...said, ...own, objectIds };
  };
  return {
    head: async () => (await readDocument(container, tenantId, headId, parseHead))?.value,
    keepHead: async (head) => {
      const document = { ...head, id: headId, tenantId, kind: "eventHead", schemaVersion };
      await callCosmos(() => container.items.upsert(document));
    },
    add: async (events) => {
      const documents = new Map(events.map(toDocument).map((document) => [document.id, document]));
      let added = 0;
      for (const batch of batchesOf([...documents.values()])) added += await addNew(container, tenantId, batch);
      return added;
    },
    list: (filter, page) =>
      queryPage(container, tenantId, toQuery(filter), page, readable(parseEvent, reportUnreadable)),
  };
}

/** Microsoft's ids may hold what Cosmos forbids in ids. */
function documentId(eventId: string): string {
  return `event-${hashOfText(eventId).slice(0, 32)}`;
}

/** Readings overlap, so most of a batch may be there: asking costs less than refused creates. */
async function addNew(container: Container, tenantId: string, documents: readonly { id: string }[]): Promise<number> {
  const { names, parameters } = inList(documents.map(({ id }) => id));
  const query = `SELECT VALUE c.id FROM c WHERE c.id IN (${names})`;
  const there = new Set(await queryAll(container, tenantId, { query, parameters }, (id) => z.string().parse(id)));
  const news = documents.filter(({ id }) => !there.has(id));
  if (news.length === 0) return 0;
  // The SDK's JSONObject forbids undefined values; an event has none.
  const operations = news.map((document) => ({ operationType: "Create", resourceBody: document as never }) as const);
  if ((await runBatch(container, tenantId, operations, [409])) === "done") return news.length;
  let added = 0;
  for (const document of news) if ((await createDocument(container, document)) === "created") added += 1;
  return added;
}

function toQuery({ from, to, objectId }: EventFilter): SqlQuerySpec {
  const conditions: readonly (readonly [string, string | undefined])[] = [
    ["c.at >= @from", from],
    ["c.at < @to", to],
    ["ARRAY_CONTAINS(c.objectIds, @objectId)", objectId?.toLowerCase()],
  ];
  const present = conditions.filter(([, value]) => value !== undefined);
  const text = ["c.kind = 'event'", ...present.map(([condition]) => condition)].join(" AND ");
  const parameters = present.map(([condition, value]): SqlParameter => {
    const name = /@\w+/.exec(condition)?.[0] ?? "";
    return { name, value: value ?? "" };
  });
  return { query: `SELECT * FROM c WHERE ${text} ORDER BY c.at DESC, c.id DESC`, parameters };
}
