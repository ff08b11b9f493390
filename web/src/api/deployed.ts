import { useQuery } from "@tanstack/react-query";
import { createContext } from "react";

const never = Number.POSITIVE_INFINITY;

export type Deployed = { readonly version: string };

/** The version that this page is of, as the deployment said when it was opened. */
export const DeployedContext = createContext<Deployed>({ version: "" });

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
