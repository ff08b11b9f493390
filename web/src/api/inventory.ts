import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { InventoryObject, Operations, Run } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, counted, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { useStart } from "./use-change.ts";
import { useFile } from "./use-file.ts";
import { type List, useList } from "./use-list.ts";

export type InventoryFilters = Omit<Operations["listInventory"]["query"], "limit" | "page" | "count">;

export function useInventory(tenantId: string, filters: InventoryFilters): List<InventoryObject> {
  return useList<InventoryObject>({
    key: ["listInventory", { tenantId }, filters],
    read: (callApi, page, signal) =>
      callApi("listInventory", { params: { tenantId }, query: { ...filters, ...page }, signal }),
    idOf: ({ type, id }) => `${type}/${id}`,
    interval: () => everyMs.list,
  });
}

/** How many objects the filters leave. The list that is polled does not count them. */
export function useInventoryTotal(tenantId: string, filters: InventoryFilters) {
  return useQuery({
    ...toQuery(useApi(), "listInventory", { params: { tenantId }, query: { ...filters, ...counted } }),
    select: ({ body }) => body.total,
    refetchInterval: poll(() => everyMs.overview),
  });
}

/** Downloads the objects that the filters leave, as a table. */
export function useInventoryFile(tenantId: string) {
  return useFile("inventory.csv", (callApi, query: InventoryFilters) =>
    callApi("exportInventory", { params: { tenantId }, query }),
  );
}

export function useInventoryObject(tenantId: string, type: string, objectId: string) {
  return useQuery({
    ...toQuery(useApi(), "getInventoryObject", { params: { tenantId, type, objectId } }),
    select: bodyOf<"getInventoryObject">,
    refetchInterval: poll(() => everyMs.list),
  });
}

/** Reads a tenant's configuration from Intune anew, as a run. */
export function useSyncInventory(tenantId: string) {
  return useStart(async (callApi, body: Operations["syncInventory"]["body"], key) => {
    const input = { params: { tenantId }, headers: { "Idempotency-Key": key }, body };
    return (await callApi("syncInventory", input)).body;
  }, showsRuns);
}

/** When Intune was read last, ISO 8601; null for never. Asked seldom: the list itself is what changes. */
export function useLastRead(tenantId: string) {
  return useQuery({
    ...toQuery(useApi(), "getTenantSummary", { params: { tenantId } }),
    select: ({ body }) => body.asOf,
    refetchInterval: poll(() => everyMs.seldom),
  });
}

/** Types that the newest whole reading did not get because the tenant has no licence for them; asked once a visit. */
export function useNotLicensed(tenantId: string) {
  const query = { status: "completed", limit: 20 } as const;
  return useQuery({
    ...toQuery(useApi(), "listOperations", { params: { tenantId }, query }),
    select: ({ body }) => notLicensedOf(body.items),
  });
}

function notLicensedOf(runs: readonly Run[]): Run["failures"] {
  const readsAll = runs.find(({ type, outcome, input }) => {
    const hasRead = outcome === "succeeded" || outcome === "partially_succeeded";
    return hasRead && input.types === null && (type === "inventory.sync" || type === "snapshot.take");
  });
  return readsAll?.failures.filter(({ code }) => code === "not_licensed") ?? [];
}
