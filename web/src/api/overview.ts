import type { Operations, TenantOverview } from "./operations.ts";
import { everyMs } from "./poll.ts";
import { isActive } from "./run.ts";
import { useFile } from "./use-file.ts";
import { type List, useList } from "./use-list.ts";

export type OverviewFilters = Omit<Operations["getOwnOverview"]["query"], "limit" | "page">;

/** The platform's overview says what all tenants come to; one's own does not. */
export type OverviewPage = Operations["getOwnOverview"]["answer"] &
  Partial<Pick<Operations["getOverview"]["answer"], "totals">>;

/** Tenants with their promises and last runs: every one for who has the platform right, else those one is a member of. */
export function useOverview(isPlatform: boolean, filters: OverviewFilters): List<TenantOverview, OverviewPage> {
  return useList<TenantOverview, OverviewPage>({
    key: [isPlatform ? "getOverview" : "getOwnOverview", {}, filters],
    read: (callApi, page, signal) => {
      const input = { query: { ...filters, ...page }, signal };
      return isPlatform ? callApi("getOverview", input) : callApi("getOwnOverview", input);
    },
    idOf: ({ id }) => id,
    // One answer takes some 30 request units, two a page: while nothing is on its way that is enough each two minutes.
    interval: (tenants) => (tenants.some(isAtWork) ? everyMs.overview : everyMs.seldom),
  });
}

function isAtWork({ lastRun }: TenantOverview): boolean {
  return lastRun !== null && isActive(lastRun);
}

/** Downloads the tenants that the filters leave, as a table. */
export function useOverviewFile(isPlatform: boolean) {
  return useFile("overview.csv", (callApi, query: OverviewFilters) =>
    isPlatform ? callApi("exportOverview", { query }) : callApi("exportOwnOverview", { query }),
  );
}
