import { queryOptions } from "@tanstack/react-query";
import type { Answer, Arguments, CallApi, Input, OperationId } from "./call-api.ts";

/** Operation, parameters of the path, filters: two places of a page that ask the same share one answer. */
function toKey<K extends OperationId>(id: K, { params, query }: Input<K>): readonly unknown[] {
  return [id, params ?? {}, query ?? {}];
}

/** A read as a query. The cache holds the answer with its tag; who needs no tag selects `bodyOf`. */
export function toQuery<K extends OperationId>(callApi: CallApi, id: K, input: Input<K>) {
  return queryOptions({
    queryKey: toKey(id, input),
    // Given up when nobody waits for the answer any more. An input of K with a signal is an input of K, which the compiler
    // cannot see for a K that is not chosen yet.
    queryFn: ({ signal }): Promise<Answer<K>> => callApi(id, ...([{ ...input, signal }] as Arguments<K>)),
  });
}

export function bodyOf<K extends OperationId>({ body }: Answer<K>): Answer<K>["body"] {
  return body;
}

/** What asks a list for its total and for as good as no rows. */
export const counted = { limit: 1, count: "true" } as const;
