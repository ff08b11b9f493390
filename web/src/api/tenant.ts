import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import type { Operations, Tenant } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { useChange } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

export type TenantFilters = Omit<Operations["listTenants"]["query"], "limit" | "page">;

/** What shows whether a tenant is paused. */
export const showsPauses: readonly OperationId[] = ["listTenants", "getTenant", "getOverview"];

/** The tenants that the person is a member of. */
export function useTenants(filters: TenantFilters): List<Tenant> {
  return useList<Tenant>({
    key: ["listTenants", {}, filters],
    read: (callApi, page, signal) => callApi("listTenants", { query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.overview,
  });
}

/** Without an id, as on a page of no tenant, nothing is asked. */
export function useTenant(tenantId: string | undefined) {
  return useQuery({
    ...toQuery(useApi(), "getTenant", { params: { tenantId: tenantId ?? "" } }),
    enabled: tenantId !== undefined,
    select: bodyOf<"getTenant">,
    refetchInterval: poll(() => everyMs.overview),
  });
}

/** Work of the tenant waits before it calls Graph, until it is resumed. */
export function usePauseTenant(tenantId: string) {
  return useChange(async (callApi) => (await callApi("pauseGraph", { params: { tenantId } })).body, showsPauses);
}

export function useResumeTenant(tenantId: string) {
  return useChange(async (callApi) => (await callApi("resumeGraph", { params: { tenantId } })).body, showsPauses);
}
