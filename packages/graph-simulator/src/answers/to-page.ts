import { randomUUID } from "node:crypto";
import type { Entity } from "../entity.ts";
import type { FaultKind } from "../faults/fault-plan.ts";
import type { Query } from "../query/parse-query.ts";
import type { StoredObject } from "../store/make-store.ts";
import { type Answer, ok } from "../wire/answer.ts";
import type { GraphRequest } from "../wire/graph-request.ts";
import { parseSkipToken, type SkipToken, toSkipToken } from "./skip-token.ts";

export type PageOptions = {
  readonly request: GraphRequest;
  readonly query: Query;
  /** Items from after a position, in order; as many as the page needs are taken. */
  readonly itemsAfter: (position: number) => Iterable<StoredObject>;
  /** Without `$top`. */
  readonly pageSize: number;
  readonly maxTop: number;
  readonly toItem: (entity: Entity) => Entity;
  /** Of `@odata.context`, after the `#`. */
  readonly context: string;
  readonly fault: FaultKind | undefined;
};

/** One page of a list, and the link to the next when there is more. */
export function toPage(options: PageOptions): Answer {
  const { request, query, itemsAfter, context, fault } = options;
  const { after } = parseSkipToken(query.skipToken);
  const size = Math.max(1, Math.min(query.top ?? options.pageSize, options.maxTop));
  const page = takePage(itemsAfter(after), size, query.filter);
  const last = page.hasMore ? page.items.at(-1)?.position : undefined;
  const nextLink = toNextLink(request, fault, { after, last });
  return ok({
    "@odata.context": `${request.origin}/${request.version}/$metadata#${context}`,
    ...(query.isCounted && { "@odata.count": count(itemsAfter(0), query.filter) }),
    ...(nextLink !== undefined && { "@odata.nextLink": nextLink }),
    value: page.items.map(({ body }) => options.toItem(body)),
  });
}

function takePage(items: Iterable<StoredObject>, size: number, filter: Query["filter"]) {
  const taken: StoredObject[] = [];
  for (const item of items) {
    if (filter && !filter(item.body)) continue;
    if (taken.length === size) return { items: taken, hasMore: true };
    taken.push(item);
  }
  return { items: taken, hasMore: false };
}

function count(items: Iterable<StoredObject>, filter: Query["filter"]): number {
  let total = 0;
  for (const { body } of items) if (!filter || filter(body)) total += 1;
  return total;
}

type PageRange = { readonly after: number; readonly last: number | undefined };

function toNextLink(
  request: GraphRequest,
  fault: FaultKind | undefined,
  { after, last }: PageRange,
): string | undefined {
  const { origin, url } = request;
  if (fault === "cyclic_next_link") return `${origin}${url}`;
  // `.invalid` can never be a host (RFC 2606): a client that follows the link reaches nobody.
  if (fault === "foreign_next_link")
    return linkTo(request, "https://graph.invalid", { after: last ?? after, salt: "" });
  if (fault === "repeat_page") return linkTo(request, origin, { after, salt: randomUUID() });
  return last === undefined ? undefined : linkTo(request, origin, { after: last, salt: "" });
}

function linkTo(request: GraphRequest, origin: string, token: SkipToken): string {
  const { pathname } = new URL(request.url, request.origin);
  const kept = [...request.parameters].filter(([name]) => name.toLowerCase() !== "$skiptoken");
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}${pathname}?${[...query, `$skiptoken=${toSkipToken(token)}`].join("&")}`;
}
