import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { InventoryObject, Operations } from "./operations.ts";
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
