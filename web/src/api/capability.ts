import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import { bodyOf, toQuery } from "./query.ts";

/** What the product can do with each type of object (P4.1); it changes with the version. */
export function useCapabilities() {
  return useQuery({
    ...toQuery(useApi(), "getCapabilities", {}),
    select: bodyOf<"getCapabilities">,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The same for one tenant, under its settings. */
export function useTenantCapabilities(tenantId: string) {
  return useQuery({
    ...toQuery(useApi(), "getTenantCapabilities", { params: { tenantId } }),
    select: bodyOf<"getTenantCapabilities">,
  });
}
