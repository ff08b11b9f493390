import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi } from "./api-context.ts";
import type { CallApi, OperationId } from "./call-api.ts";
import { poll } from "./poll.ts";

const firstLimit = 50;
const nextLimit = 200;

export type Page<T> = { readonly items: readonly T[]; readonly nextPage: string | null };

/** How a list is read: `key` is operation, parameters and filters; `read` asks for one page of it. */
export type ListSource<T, P extends Page<T>> = {
  readonly key: readonly [id: OperationId, params: object, query: object];
  readonly read: (callApi: CallApi, page: PageQuery, signal: AbortSignal) => Promise<{ readonly body: P }>;
  readonly idOf: (item: T) => string;
  /** Milliseconds until the first page is asked again, by what is on it; false for never. */
  readonly interval: (items: readonly T[]) => number | false;
};

type From<T> = { readonly page: string; readonly before: readonly T[] };

export type PageQuery = { readonly limit: number; readonly page?: string };

/** A list of the server's, in its order, as far as it is loaded. */
export type List<T, P extends Page<T> = Page<T>> = {
  readonly items: readonly T[];
  /** The first page as it was answered, for what it says beside its items. */
  readonly first: P | undefined;
  /** When the first page was answered, in milliseconds since 1970; 0 when it was not yet. */
  readonly asOf: number;
  readonly isLoading: boolean;
  /** The browser is offline: what is shown stays. */
  readonly isPaused: boolean;
  readonly error: Error | null;
  /** Why the try before this one failed, while another is made. */
  readonly failure: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly tryAgain: () => void;
};

/**
 * The first page is polled by itself; the pages behind it come when they are wanted and stay as they came, below what the
 * first page says now. So a list of 10,000 rows costs what one of 50 costs, and what is new shows at its top.
 */
export function useList<T, P extends Page<T> = Page<T>>({ key, read, idOf, interval }: ListSource<T, P>): List<T, P> {
  const [callApi, client] = [useApi(), useQueryClient()];
  const first = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read(callApi, { limit: firstLimit }, signal),
    select: ({ body }) => body,
    refetchInterval: poll((answer: { body: P } | undefined) => interval(answer?.body.items ?? [])),
  });
  const restKey = [...key, "pages"];
  // Begins where the first page ended when more was wanted; what that page held then goes before.
  const begin: From<T> = { page: first.data?.nextPage ?? "", before: first.data?.items ?? [] };
  const rest = useInfiniteQuery({
    queryKey: restKey,
    initialPageParam: begin,
    queryFn: async ({ pageParam: { page, before }, signal }) => {
      const { body } = await read(callApi, { limit: nextLimit, page }, signal);
      return { items: [...before, ...body.items], nextPage: body.nextPage };
    },
    getNextPageParam: ({ nextPage }): From<T> | undefined =>
      nextPage === null ? undefined : { page: nextPage, before: [] },
    // Begun by loadMore, and read again only when a person has changed something.
    enabled: ({ state }) => state.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });
  const loaded = rest.data?.pages.flatMap((page) => page.items);
  const items = joinPages(first.data, loaded, idOf);
  useEffect(() => {
    if (items === undefined) void client.resetQueries({ queryKey: restKey, exact: true });
  });
  return {
    items: items ?? first.data?.items ?? [],
    first: first.data,
    asOf: first.dataUpdatedAt,
    isLoading: first.isPending,
    isPaused: first.fetchStatus === "paused",
    error: first.error ?? rest.error,
    failure: first.failureReason ?? rest.failureReason,
    hasMore: first.data?.nextPage != null && (rest.data === undefined || rest.hasNextPage),
    isLoadingMore: rest.isFetching,
    loadMore: () => {
      if (first.data?.nextPage != null && !rest.isFetching) void rest.fetchNextPage();
    },
    tryAgain: () => {
      if (rest.error) void rest.fetchNextPage();
      void first.refetch();
    },
  };
}

/**
 * What the first page says now, then what was loaded behind the last row that both know: rows that left the list are gone
 * with the rows before them. Undefined when they share none, so that rows between them may be missing.
 */
export function joinPages<T>(
  first: Page<T> | undefined,
  loaded: readonly T[] | undefined,
  idOf: (item: T) => string,
): readonly T[] | undefined {
  if (!first || !loaded || first.nextPage === null) return first?.items ?? [];
  if (first.items.length === 0) return loaded;
  const ids = new Set(first.items.map(idOf));
  const last = loaded.findLastIndex((item) => ids.has(idOf(item)));
  return last === -1 ? undefined : [...first.items, ...loaded.slice(last + 1)];
}
