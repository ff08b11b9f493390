import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { type LimitedCount, toLimitedCount } from "../../domain/counts/limited-count.ts";
import { type Notification, notificationSchema } from "../../domain/notification/notification.ts";
import { invalidPage } from "../../domain/paging/invalid-page.ts";
import { tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { parseDocument, readable } from "./document.ts";
import { parsePageToken, toPageToken } from "./page-token.ts";
import { setAt } from "./patch.ts";
import { everywhere } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

const storedSchema = z.looseObject({ notification: notificationSchema });
const parseNotification = (document: unknown): Notification => parseDocument(storedSchema)(document).notification;

// A person's notifications are few (they expire), so they are read whole, sorted here and paged by position: a
// cross-partition ORDER BY gives continuation tokens that cannot be handed to callers.
export async function notificationsOf(
  container: Container,
  recipientId: string,
  { limit, page }: { limit: number; page: string | null },
  reportUnreadable: ReportUnreadable,
) {
  const query = {
    query: "SELECT * FROM c WHERE c.kind = 'notification' AND c.recipientId = @recipientId",
    parameters: [{ name: "@recipientId", value: recipientId }],
  };
  const all = await everywhere(container, query, readable(parseNotification, reportUnreadable));
  const before = parsePosition(page);
  const sorted = all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  const rest = before === undefined ? sorted : sorted.filter((each) => keyOf(each) < before);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextPage: rest.length > limit && last ? toPageToken(keyOf(last)) : null };
}

/** Any text has a position in the order of keys, but only a key is the position that a page before ended at. */
function parsePosition(page: string | null): string | undefined {
  const key = parsePageToken(page);
  if (key !== undefined && !/^\S+Z notification-\S+$/.test(key)) throw invalidPage();
  return key;
}

function keyOf({ createdAt, id }: Notification): string {
  return `${createdAt} ${id}`;
}

const idSchema = z.string().regex(/^notification-(?<tenant>[0-9a-f-]{36}|platform)-[0-9a-z]{26}$/);

export async function markRead(container: Container, recipientId: string, id: string, at: string) {
  const tenant = tenantIdSchema.safeParse(idSchema.safeParse(id).data?.slice("notification-".length, -27));
  if (!tenant.success) return undefined;
  const known = await readDocument(container, tenant.data, id, parseNotification);
  if (known?.value.recipientId !== recipientId) return undefined;
  if (known.value.readAt !== null) return known.value;
  await markOne(container, tenant.data, id, at);
  return { ...known.value, readAt: at };
}

/** Of two who mark it the first one's time stays; one that has expired meanwhile is gone. */
async function markOne(container: Container, tenantId: string, id: string, at: string): Promise<void> {
  const operations = [setAt("/notification/readAt", at)];
  const condition = "FROM c WHERE c.notification.readAt = null";
  await callCosmos(() => container.item(id, tenantId).patch({ condition, operations }), [404, 412]);
}

const unread = "c.kind = 'notification' AND c.recipientId = @recipientId AND c.notification.readAt = null";

// More than this is shown as more.
const mostCounted = 100;

/** How many notifications a person has not read, in all tenants. */
export async function unreadOf(container: Container, recipientId: string): Promise<LimitedCount> {
  const query: SqlQuerySpec = {
    query: `SELECT TOP ${mostCounted + 1} VALUE 1 FROM c WHERE ${unread}`,
    parameters: [{ name: "@recipientId", value: recipientId }],
  };
  return toLimitedCount((await everywhere(container, query, (row) => z.literal(1).parse(row))).length, mostCounted);
}

// What one request may write: a person has fewer, and whoever has more asks again.
const mostMarked = 1_000;
const markedAtOnce = 16;
const itemKeySchema = z.object({ id: z.string(), tenantId: tenantIdSchema });

/** Marks the notifications of a person up to a time (ISO 8601 UTC), in all tenants; the first thousand that are found. */
export async function markReadUpTo(container: Container, recipientId: string, upTo: string, at: string): Promise<void> {
  const query: SqlQuerySpec = {
    query: `SELECT TOP ${mostMarked} c.id, c.tenantId FROM c WHERE ${unread} AND c.createdAt <= @upTo`,
    parameters: [
      { name: "@recipientId", value: recipientId },
      { name: "@upTo", value: upTo },
    ],
  };
  const found = await everywhere(container, query, (row) => itemKeySchema.parse(row));
  await mapAtOnce(found, markedAtOnce, ({ tenantId, id }) => markOne(container, tenantId, id, at));
}
