import type { AuditAction } from "../../domain/audit/audit-entry.ts";
import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { VersionedTenant } from "../../domain/tenant/repository.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import { moveTenant, type TenantEvent } from "../../domain/tenant/tenant-life.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

export type MoveDeps = { readonly storesFor: StoresFor; readonly clock: Clock; readonly newId: () => string };

// Its people, its members' changes and the ends of its runs write a tenant; not for ever at the same moment.
const maxTries = 5;

/**
 * Lets an event happen to a tenant, with its audit entry in one transaction. An event that changes nothing writes
 * nothing; of a tenant that is not there nothing is made, and undefined is answered. Faults: those of `moveTenant`.
 */
export async function applyToTenant(
  deps: MoveDeps,
  scope: TenantScope,
  event: TenantEvent,
  actor: Initiator,
): Promise<Tenant | undefined> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await deps.storesFor(scope).tenant.readVersion();
    if (!known) return undefined;
    const moved = await move(deps, scope, known, event, actor);
    if (moved !== "moved_on") return moved;
  }
  throw new Fault("conflict", "The tenant was changed by others at the same time.");
}

async function move(
  deps: MoveDeps,
  scope: TenantScope,
  { tenant, version }: VersionedTenant,
  event: TenantEvent,
  actor: Initiator,
): Promise<Tenant | "moved_on"> {
  const changes = moveTenant(tenant, event);
  if (!changes) return tenant;
  const { state, stateReason } = tenant;
  const audit = {
    id: `audit-${deps.newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: actionOf[event.kind],
    target: scope.tenantId,
    before: { state, stateReason },
    after: { ...changes, ...("reason" in event ? { reason: event.reason } : {}) },
    at: isoTime(deps.clock.nowMs()),
  };
  const answer = await deps.storesFor(scope).tenant.change({ version, changes, audit });
  return answer === "changed" ? { ...tenant, ...changes } : "moved_on";
}

export function noSuchTenant(): Fault {
  return new Fault("not_found", "There is no such tenant, or you are not a member of it.");
}

const actionOf: Readonly<Record<TenantEvent["kind"], AuditAction>> = {
  read: "tenant.verified",
  verified: "tenant.verified",
  sign_in_refused: "tenant.sign_in_refused",
  suspended: "tenant.suspended",
  resumed: "tenant.resumed",
  archived: "tenant.archived",
};
