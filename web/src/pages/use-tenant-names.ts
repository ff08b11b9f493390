import { useEffect } from "react";
import { useOverview } from "../api/overview.ts";

/** Names are fetched for that many tenants; of a larger fleet the rest is shown by id. */
const namedAtMost = 2_000;

/** The name of each tenant by its id, for who has the platform right; an id stands for a name that is not known. */
export function useTenantNames(): (tenantId: string) => string {
  const { items, hasMore, isLoadingMore, loadMore } = useOverview(true, {});
  const wantsMore = hasMore && !isLoadingMore && items.length < namedAtMost;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, loadMore]);
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (tenantId) => names.get(tenantId) ?? tenantId;
}
