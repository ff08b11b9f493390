import { useEffect } from "react";
import type { TenantOverview } from "../../api/operations.ts";
import { useOverview } from "../../api/overview.ts";
import type { Problem } from "../../parts/problem.ts";
import { useListProblem } from "../use-problem.ts";

type ListedTenant = {
  readonly tenant: TenantOverview | undefined;
  readonly problem: Problem | undefined;
  readonly tryAgain: () => void;
};

/** A tenant from the platform's overview, which says name and state of those too that one is no member of. */
export function useListedTenant(tenantId: string): ListedTenant {
  const list = useOverview(true, {});
  const { first, items, hasMore, isLoadingMore, loadMore, tryAgain } = list;
  const tenant = items.find(({ id }) => id === tenantId);
  const wantsMore = tenant === undefined && hasMore && !isLoadingMore;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, loadMore]);
  const isNowhere = first !== undefined && tenant === undefined && !hasMore && !isLoadingMore;
  const problem = useListProblem(list) ?? (isNowhere ? { kind: "not_found" } : undefined);
  return { tenant, problem, tryAgain };
}
