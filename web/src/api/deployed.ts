import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import { bodyOf, toQuery } from "./query.ts";

const never = Number.POSITIVE_INFINITY;

/** What is deployed: its version. */
export function useDeployed() {
  return useQuery({ ...toQuery(useApi(), "getSignIn", {}), select: bodyOf<"getSignIn"> });
}

/** A package of which something is in the portal. */
export type PackageInside = { readonly name: string; readonly version: string; readonly license: string };

/** The packages inside, as the build wrote them beside the portal's files. */
export function usePackagesInside() {
  return useQuery({
    queryKey: ["packages.json"],
    staleTime: never,
    queryFn: async ({ signal }): Promise<readonly PackageInside[]> => {
      const response = await fetch("/packages.json", { signal });
      if (!response.ok) throw new Error(`GET /packages.json answered ${response.status}`);
      return response.json();
    },
  });
}
