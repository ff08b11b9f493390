import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { Reader } from "./make-reader.ts";
import { idOf } from "./object-body.ts";
import { readPages } from "./paging.ts";

/** Where a path names the objects that a collection lies under. */
export const idPlaceholder = "/{id}";

/** The collection, or one for each object of the collection it lies under. */
export async function* listingUrls(
  versionUrl: string,
  { path, key }: ObjectTypeContract,
  reader: Reader,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const [parents = "", rest] = path.split(idPlaceholder);
  if (rest === undefined) {
    yield `${versionUrl}${path}`;
    return;
  }
  for await (const page of readPages({
    reader,
    url: `${versionUrl}${parents}`,
    kind: "listing",
    target: key,
    signal,
  })) {
    for (const parent of page) yield `${versionUrl}${parents}/${encodeURIComponent(idOf(parent, key))}${rest}`;
  }
}

/**
 * Answers in the order of the items, of which so many are at work ahead of the one that is waited for: neither one after
 * the other, nor all in memory. One that fails is thrown when it is reached.
 */
export async function* workAhead<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<R>,
  maxOpen: number,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const answer = work(item);
    answer.catch(() => undefined);
    begun.push(answer);
    const first = begun.length < maxOpen ? undefined : begun.shift();
    if (first) yield await first;
  }
  for (const answer of begun) yield await answer;
}

/** A path below an object, through a cast to its kind where one is named. */
export function below(url: string, name: string, cast: string | undefined): string {
  return cast === undefined ? `${url}/${name}` : `${url}/${cast}/${name}`;
}

export function withQuery(url: string, query: string | undefined): string {
  return query === undefined ? url : `${url}?${query}`;
}
