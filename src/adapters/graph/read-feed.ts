import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { FeedContract } from "../../domain/graph/feed-contract.ts";
import type { FeedPage } from "../../domain/graph/graph-client.ts";
import { toGraphFault } from "./graph-error.ts";
import { maxPages } from "./graph-limits.ts";
import type { Reader } from "./make-reader.ts";
import { objectSchema } from "./object-body.ts";
import { checkedLink } from "./paging.ts";
import type { GraphAnswer } from "./send.ts";

const link = z.string().nullish();
const pageSchema = z.object({ value: z.array(objectSchema), "@odata.nextLink": link, "@odata.deltaLink": link });

type FeedRead = {
  readonly reader: Pick<Reader, "get">;
  /** `https://host/version` */
  readonly versionUrl: string;
  readonly contract: FeedContract;
  /** What the round before ended with; null begins anew. */
  readonly from: string | null;
  readonly signal: AbortSignal;
};

/**
 * A round of changes, page by page; the next page is requested while one is worked on. Only the last page has a link, so a
 * round that does not come to its end is none. Fault `graph_feed_expired` when Graph no longer knows the link.
 */
export async function* readFeed({ reader, versionUrl, contract, from, signal }: FeedRead): AsyncGenerator<FeedPage> {
  const { path, select, key } = contract;
  const first = `${versionUrl}${path}?$select=${select.join(",")}`;
  const seen = new Set<string>();
  const get = (url: string): Promise<GraphAnswer> => {
    if (seen.has(url) || seen.size >= maxPages) {
      throw new Fault("graph_page_loop", "The pages of a feed of Microsoft Graph repeat.", { target: key });
    }
    seen.add(url);
    const answer = reader.get(url, "listing", signal);
    // It is looked at when the page before is done with.
    answer.catch(() => undefined);
    return answer;
  };
  let asked = get(from === null ? first : ownLink(from, first, key));
  for (;;) {
    const page = toPage(await asked, key);
    const next = checkedLink(page["@odata.nextLink"] ?? undefined, first, key);
    if (next !== undefined) asked = get(next);
    const end = next === undefined ? checkedLink(page["@odata.deltaLink"] ?? undefined, first, key) : undefined;
    if (next === undefined && end === undefined) throw badFeed("ends without a link", key);
    yield { items: page.value, link: end ?? null };
    if (next === undefined) return;
  }
}

/** A stored link of another host or version is of no use any more; the token goes only where the contract says. */
function ownLink(from: string, first: string, target: string): string {
  try {
    return checkedLink(from, first, target) ?? first;
  } catch (cause) {
    throw expired(target, cause);
  }
}

function toPage(answer: GraphAnswer, target: string): z.infer<typeof pageSchema> {
  if (isExpired(answer)) throw expired(target);
  if (answer.status !== 200) throw toGraphFault(answer, target);
  const { data } = pageSchema.safeParse(answer.body);
  if (!data) throw badFeed("has no value", target);
  return data;
}

const errorSchema = z.object({ error: z.object({ code: z.string() }) });
const expiredCodes = /^(syncStateNotFound|syncStateInvalid|resyncRequired)$/i;

/** 410, or an error of the 400s by name (graph.md 2.8). */
function isExpired({ status, body }: GraphAnswer): boolean {
  if (status === 410) return true;
  const code = errorSchema.safeParse(body).data?.error.code ?? "";
  return status >= 400 && status < 500 && expiredCodes.test(code);
}

function expired(target: string, cause?: unknown): Fault {
  return new Fault("graph_feed_expired", "Microsoft Graph no longer knows where the last reading ended.", {
    target,
    cause,
  });
}

function badFeed(what: string, target: string): Fault {
  return new Fault("graph_bad_response", `A feed of Microsoft Graph ${what}.`, { target });
}
