import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import type { Operations, Tenant } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { unlessOvertaken } from "./unless-overtaken.ts";
import { useChange } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

export type TenantFilters = Omit<Operations["listTenants"]["query"], "limit" | "page">;

/** What shows whether a tenant is paused. */
export const showsPauses: readonly OperationId[] = [
  "listTenants",
  "getTenant",
  "getTenantSummary",
  "getOverview",
  "getOwnOverview",
];

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

/** The tag of a tenant as the page shows it: a change names what it is based on. */
export function useTenantTag(tenantId: string): string | undefined {
  return useQuery(toQuery(useApi(), "getTenant", { params: { tenantId } })).data?.etag;
}

export type TenantTerms = Operations["changeTenant"]["body"];

export type TermsChange = {
  readonly change: TenantTerms;
  /** Of the tenant that the change is based on. */
  readonly etag: string;
};

/** Changes name, time zone or labels. Answers null, or theirs with its tag where the tag is not the newest. */
export function useChangeTenant(tenantId: string) {
  const client = useQueryClient();
  return useChange((callApi, { change, etag }: TermsChange) => {
    const input = { params: { tenantId }, headers: { "If-Match": etag }, body: change };
    const query = toQuery(callApi, "getTenant", { params: { tenantId } });
    return unlessOvertaken(
      () => callApi("changeTenant", input),
      () => client.fetchQuery({ ...query, staleTime: 0 }),
    );
  }, showsPauses);
}

export type TenantAct = {
  readonly act: "suspend" | "resume" | "archive";
  readonly reason: string;
  /** The tenant's name, typed: of an archive alone. */
  readonly confirm: string;
};

/** Suspends, resumes or archives a tenant. */
export function useTenantAct(tenantId: string) {
  return useChange(
    async (callApi, { act, reason, confirm }: TenantAct) => {
      const params = { tenantId };
      if (act === "archive") await callApi("archiveTenant", { params, body: { reason, confirm } });
      else await callApi(act === "suspend" ? "suspendTenant" : "resumeTenant", { params, body: { reason } });
    },
    [...showsPauses, "listOperations"],
  );
}

/** A tenant at a glance: promise, last snapshot, objects by type, what is on its way. */
export function useTenantSummary(tenantId: string, isShown: boolean) {
  return useQuery({
    ...toQuery(useApi(), "getTenantSummary", { params: { tenantId } }),
    enabled: isShown,
    select: bodyOf<"getTenantSummary">,
    refetchInterval: poll(() => everyMs.overview),
  });
}
