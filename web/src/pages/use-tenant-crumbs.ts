import { useTenant } from "../api/tenant.ts";
import type { Crumb } from "../parts/page-header.tsx";
import { useWords } from "../words/use-words.ts";

/** The steps above a page of a tenant; `below` are those between the tenant and the page. */
export function useTenantCrumbs(tenantId: string, below: readonly Crumb[] = []): readonly Crumb[] {
  const { tenants } = useWords();
  const { data } = useTenant(tenantId);
  return [
    { text: tenants.title, href: "/tenants" },
    { text: data?.name ?? tenantId, href: `/tenants/${tenantId}` },
    ...below,
  ];
}
