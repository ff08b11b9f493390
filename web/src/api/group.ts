import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { FoundGroup } from "./operations.ts";
import { bodyOf, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { useStart } from "./use-change.ts";

// As many as one request may name.
const mostAtOnce = 100;

/** Names of groups by id, from the tenant's directory cache and its inventory, with the cache's age; nobody asks Graph. */
export function useGroupNames(tenantId: string, ids: readonly string[]) {
  const some = [...new Set(ids)].sort().slice(0, mostAtOnce);
  return useQuery({
    ...toQuery(useApi(), "listGroups", { params: { tenantId }, query: { ids: some.join(",") } }),
    select: bodyOf<"listGroups">,
    enabled: some.length > 0,
  });
}

/**
 * Groups of the caller's own directory whose name begins so, asked in the caller's name; nothing while there is no text. What
 * was refused once is not asked again by itself.
 */
export function useFoundGroups(text: string) {
  return useQuery({
    ...toQuery(useApi(), "searchDirectoryGroups", { query: { text } }),
    select: ({ body }): readonly FoundGroup[] => body.items,
    enabled: text !== "",
    retry: false,
  });
}

/** Reads what changed of a tenant's groups, as a run. */
export function useSyncDirectory(tenantId: string) {
  return useStart(async (callApi, _: undefined, key) => {
    return (await callApi("syncDirectory", { params: { tenantId }, headers: { "Idempotency-Key": key } })).body;
  }, showsRuns);
}
