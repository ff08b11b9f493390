import { isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { VersionedTenant } from "../../domain/tenant/repository.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import { checkWritable } from "../../domain/tenant/tenant-life.ts";
import { type TenantTerms, tidyLabels } from "../../domain/tenant/tenant-terms.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type MoveDeps, noSuchTenant } from "./move-tenant.ts";

export type TermsChange = {
  readonly changes: Partial<TenantTerms>;
  /** Whether the caller has seen the tenant as it is. */
  readonly isSeen: (tenant: Tenant) => Promise<boolean>;
  readonly actor: Initiator;
};

// Members and ends of runs write the tenant too, which changes nothing of what the caller saw.
const maxTries = 5;

/**
 * Changes name, time zone or labels, with the audit entry of what they were and are. What changes nothing writes nothing.
 * Faults: `not_found`, `tenant_archived`, `precondition_failed`, `conflict`.
 */
export async function changeTenant(deps: MoveDeps, scope: TenantScope, change: TermsChange): Promise<Tenant> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await deps.storesFor(scope).tenant.readVersion();
    if (!known) throw noSuchTenant();
    checkWritable(known.tenant);
    if (!(await change.isSeen(known.tenant))) {
      throw new Fault("precondition_failed", "The tenant was changed since you read it.");
    }
    const changed = await changeOnce(deps, scope, known, change);
    if (changed !== "moved_on") return changed;
  }
  throw new Fault("conflict", "The tenant was changed by others at the same time.");
}

async function changeOnce(
  { storesFor, clock, newId }: MoveDeps,
  scope: TenantScope,
  { tenant, version }: VersionedTenant,
  { changes: asked, actor }: TermsChange,
): Promise<Tenant | "moved_on"> {
  const wanted = { ...asked, ...(asked.labels && { labels: tidyLabels(asked.labels) }) };
  const names = (["name", "timeZone", "labels"] as const).filter(
    (name) => wanted[name] !== undefined && canonicalJson(wanted[name]) !== canonicalJson(tenant[name]),
  );
  if (names.length === 0) return tenant;
  const of = (from: Partial<TenantTerms>) => Object.fromEntries(names.map((name) => [name, from[name]]));
  const changes: Partial<TenantTerms> = of(wanted);
  const audit = {
    id: `audit-${newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: "tenant.changed",
    target: scope.tenantId,
    before: of(tenant),
    after: of(wanted),
    at: isoTime(clock.nowMs()),
  };
  const answer = await storesFor(scope).tenant.change({ version, changes, audit });
  return answer === "changed" ? { ...tenant, ...changes } : "moved_on";
}
