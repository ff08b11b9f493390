import { invalidPage } from "../../domain/paging/invalid-page.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import type { Access } from "../../domain/tenant/membership.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { containsText } from "../../domain/text/contains-text.ts";
import { type AccessDeps, readAccesses } from "./read-accesses.ts";

export type MemberTenant = {
  readonly tenant: Tenant;
  readonly role: Access["role"];
  readonly lastCompleteAt: string | null;
};

export type TenantFilter = { readonly text?: string | undefined; readonly label?: string | undefined };

/** Tenants that the caller is a member of, by name and id, narrowed to a part of the name and one label; `nextPage` is the position. */
export async function listTenants(
  deps: AccessDeps & { readonly aggregation: Pick<Aggregation, "tenants">; readonly storesFor: StoresFor },
  caller: Caller,
  { text, label }: TenantFilter,
  { limit, page }: PageRequest,
): Promise<Page<MemberTenant>> {
  const accesses = await readAccesses(deps, caller);
  const tenants = await deps.aggregation.tenants([...accesses.keys()]);
  const matching = tenants.filter(
    ({ name, labels }) =>
      (text === undefined || containsText(name, text)) && (label === undefined || labels.includes(label)),
  );
  const sorted = matching.toSorted((a, b) => a.name.localeCompare(b.name) || (a.tenantId < b.tenantId ? -1 : 1));
  const rest = sorted.slice(page === null ? 0 : positionAfter(sorted, page));
  const shown = rest.slice(0, limit);
  const items = await Promise.all(
    shown.flatMap((tenant) => {
      const access = accesses.get(tenant.tenantId);
      return access ? [toItem(deps.storesFor, tenant, access)] : [];
    }),
  );
  return { items, nextPage: rest.length > limit ? (shown.at(-1)?.tenantId ?? null) : null };
}

/** A page that is no position, or whose tenant the caller has lost, must not begin the list again. */
function positionAfter(sorted: readonly Tenant[], page: string): number {
  const position = sorted.findIndex(({ tenantId }) => tenantId === page);
  if (position >= 0) return position + 1;
  throw invalidPage();
}

async function toItem(storesFor: StoresFor, tenant: Tenant, { role }: Access): Promise<MemberTenant> {
  const scope = openTenantScope(tenant.tenantId, "authorised");
  return { tenant, role, lastCompleteAt: await storesFor(scope).snapshots.lastCompleteAt() };
}
