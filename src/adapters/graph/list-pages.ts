import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { ByteBudget } from "../../domain/work/byte-budget.ts";
import { toGraphFault } from "./graph-error.ts";
import { listingsAhead } from "./graph-limits.ts";
import { idPlaceholder, listingUrls, withQuery, workAhead } from "./listing-urls.ts";
import type { Reader } from "./make-reader.ts";
import { readPagesInMemory } from "./page-memory.ts";
import { type PagedRead, readPages } from "./paging.ts";
import { unlessNotFound } from "./unless-not-found.ts";

type Lists = {
  readonly reader: Reader;
  readonly versionUrl: string;
  readonly signal: AbortSignal;
  /** For pages, of the whole worker. */
  readonly memory: ByteBudget;
};

/**
 * Pages of a collection; where it lies below other objects, those of each. A list that is not found below an object that
 * is still there is a Fault, when all others were yielded.
 */
export async function* listPages(
  { reader, versionUrl, signal, memory }: Lists,
  contract: ObjectTypeContract,
): AsyncGenerator<readonly JsonObject[]> {
  const lacking = new Set<string>();
  const urls = (): AsyncIterable<string> => listingUrls(versionUrl, contract, reader, signal);
  const walkOf = (url: string): PagedRead => ({
    reader,
    url: withQuery(url, contract.query),
    kind: "listing",
    target: contract.key,
    signal,
  });
  if (!contract.path.includes(idPlaceholder)) {
    for await (const url of urls()) yield* readPagesInMemory(memory, walkOf(url));
    return;
  }
  // Small lists, of which eight at most are held.
  const begin = async (url: string) => {
    const begun = await unlessNotFound(async () => {
      const pages = readPages(walkOf(url));
      return { first: await pages.next(), others: pages };
    });
    if (!begun) lacking.add(url);
    return begun;
  };
  for await (const begun of workAhead(urls(), begin, listingsAhead)) {
    if (begun && !begun.first.done) yield begun.first.value;
    if (begun) yield* begun.others;
  }
  if (lacking.size === 0 || contract.absentIs404) return;
  for await (const url of urls()) {
    if (lacking.has(url)) throw toGraphFault({ status: 404, body: undefined }, contract.key);
  }
}
