import { isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import { checkHome } from "../../domain/tenant/member-change.ts";
import type { Homes } from "../../domain/tenant/membership.ts";
import type { FirstOwner } from "../../domain/tenant/repository.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import { type TenantTerms, tidyLabels } from "../../domain/tenant/tenant-terms.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { MoveDeps } from "./move-tenant.ts";

export type NewTenant = {
  readonly terms: TenantTerms;
  readonly owner: Omit<FirstOwner, "addedAt" | "addedBy">;
  readonly actor: Initiator;
};

/**
 * Makes a tenant that waits for consent, its first owner and the audit entry in one transaction. Faults: `tenant_exists`,
 * and then nothing was changed; `invalid_request` for an owner of a home tenant whose people may not call.
 */
export async function createTenant(
  { storesFor, clock, newId, allowedTenants }: MoveDeps & Pick<Homes, "allowedTenants">,
  scope: TenantScope,
  { terms, owner, actor }: NewTenant,
): Promise<Tenant> {
  checkHome(owner.homeTenantId, { allowedTenants }, "owner.homeTenantId");
  const { tenantId } = scope;
  const at = isoTime(clock.nowMs());
  const labels = tidyLabels(terms.labels);
  const tenant = { tenantId, ...terms, labels, state: "pending_consent", stateReason: null, paused: false } as const;
  const { principalId, principalKind, homeTenantId } = owner;
  const audit = {
    id: `audit-${newId()}`,
    tenantId,
    actor,
    action: "tenant.created",
    target: tenantId,
    before: null,
    after: { ...terms, labels, owner: { principalId, principalKind, homeTenantId } },
    at,
  };
  const answer = await storesFor(scope).tenant.create(tenant, { ...owner, addedAt: at, addedBy: actor }, audit);
  if (answer === "exists") throw new Fault("tenant_exists", "A tenant with this id is there already.");
  return tenant;
}
