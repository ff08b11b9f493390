import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import { maxPages } from "./graph-limits.ts";
import type { Reader } from "./make-reader.ts";
import { withoutRepeats } from "./without-repeats.ts";

const pageSchema = z.object({
  value: z.array(z.custom<JsonObject>((item) => typeof item === "object" && item !== null && !Array.isArray(item))),
  "@odata.nextLink": z.string().nullish(),
});

export type PagedRead = {
  readonly reader: Pick<Reader, "get">;
  /** First page. */
  readonly url: string;
  readonly kind: "listing" | "relation";
  /** What is read, for failures: an object type or `type/id`. */
  readonly target: string;
  readonly signal: AbortSignal;
};

/**
 * The pages of a collection, each following Graph's own whole nextLink. A link that leaves the collection, a page seen
 * before, or a list without end is a Fault: what was read so far is then no listing.
 */
export async function* readPages({
  reader,
  url,
  kind,
  target,
  signal,
}: PagedRead): AsyncGenerator<readonly JsonObject[]> {
  const seen = new Set<string>();
  const pages = new Set<string>();
  let next: string | undefined = url;
  while (next !== undefined) {
    if (seen.has(next) || seen.size >= maxPages) throw pagesRepeat(target);
    seen.add(next);
    const answer = await reader.get(next, kind, signal);
    if (answer.status !== 200) throw toGraphFault(answer, target);
    const page = pageSchema.safeParse(answer.body);
    if (!page.success) throw new Fault("graph_bad_response", "A list of Microsoft Graph has no value.", { target });
    // A page seen before under another link is no progress: what should have stood there is not known.
    const ids = idsOf(page.data.value);
    if (ids !== undefined && pages.has(ids)) throw pagesRepeat(target);
    if (ids !== undefined) pages.add(ids);
    yield page.data.value;
    next = checkedLink(page.data["@odata.nextLink"] ?? undefined, url, target);
  }
}

/** What distinguishes one page from another; nothing where items have no ids, because such may well be alike. */
function idsOf(items: readonly JsonObject[]): string | undefined {
  const ids = items.map(({ id }) => id);
  const haveIds = ids.length > 0 && ids.every((id) => typeof id === "string");
  return haveIds ? hashOfText(JSON.stringify(ids)) : undefined;
}

/** The token goes only where the first page came from: same origin, version and collection. */
export function checkedLink(link: string | undefined, first: string, target: string): string | undefined {
  if (link === undefined) return undefined;
  const [to, from] = [parseUrl(link), parseUrl(first)];
  if (to?.origin !== from?.origin || to?.username !== "" || collectionOf(to) !== collectionOf(from)) {
    throw new Fault("graph_foreign_link", "A page link of Microsoft Graph leads out of its collection.", { target });
  }
  return link;
}

/** Graph writes an object's key as a segment or in brackets, `policies/1` or `policies('1')`. */
function collectionOf(url: URL | undefined): string | undefined {
  return (
    url &&
    decoded(url.pathname)
      .replace(/\('(?<key>[^']*)'\)/g, "/$<key>")
      .toLowerCase()
  );
}

/** What is no encoded text is taken as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function pagesRepeat(target: string): Fault {
  return new Fault("graph_page_loop", "The pages of a list of Microsoft Graph repeat.", { target });
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * A whole collection. An item that stands on two pages as it is, because the list moved while it was read, is kept once;
 * items without an id are all kept. Two different items of one id are a Fault: one of them would be lost.
 */
export async function readAll(walk: PagedRead): Promise<JsonObject[]> {
  const items: JsonObject[] = [];
  for await (const page of readPages(walk)) items.push(...page);
  return withoutRepeats(items, walk.target);
}
