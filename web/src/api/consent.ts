import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ConsentLink, Operations } from "./operations.ts";
import { useChange } from "./use-change.ts";

export type ConsentApplication = Operations["createConsentLink"]["body"]["application"];

/** How long a link lives, in milliseconds. */
export const consentLinkMs = 3_600_000;

/**
 * A link by which an administrator of the tenant consents to an application. The API says it once; who comes back to it
 * within its hour finds it again, in this tab.
 */
export function useConsentLink(tenantId: string, application: ConsentApplication) {
  const client = useQueryClient();
  const queryKey = ["createConsentLink", { tenantId }, { application }] as const;
  const kept = useQuery<ConsentLink>({
    queryKey,
    queryFn: skipToken,
    gcTime: consentLinkMs,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const make = useChange(async (callApi) => {
    const { body } = await callApi("createConsentLink", { params: { tenantId }, body: { application } });
    client.setQueryData(queryKey, body);
  }, []);
  return { link: kept.data, make };
}
