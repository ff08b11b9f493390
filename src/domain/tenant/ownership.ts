import type { AuditEntry } from "../audit/audit-entry.ts";
import { derivedId } from "../identity/derived-id.ts";
import type { Notification } from "../notification/notification.ts";
import { platformId } from "../tenant-scope/tenant-scope.ts";
import type { Membership } from "./membership.ts";

/** Somebody of the platform who becomes an owner of a tenant, and what it was there until now. */
export type OwnershipTaken = {
  readonly member: Membership;
  readonly before: Pick<Membership, "principalKind" | "homeTenantId" | "role"> | null;
  readonly actor: AuditEntry["actor"];
  readonly reason: string;
  /** Names the act, so that its records are the same whenever they are made. */
  readonly actId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
};

/** The entry of the tenant, where the new owner is the target, and the platform's, where the tenant is. */
export function auditsOfOwnership({ member, before, actor, reason, actId, at }: OwnershipTaken): {
  readonly ofTenant: AuditEntry;
  readonly ofPlatform: AuditEntry;
} {
  const { tenantId, principalId, principalKind, homeTenantId, role } = member;
  const entry = { id: `audit-${actId}`, actor, action: "tenant.ownership_taken", at } as const;
  const terms = { principalKind, homeTenantId, role };
  return {
    ofTenant: { ...entry, tenantId, target: principalId, before, after: { ...terms, reason } },
    ofPlatform: { ...entry, tenantId: platformId, target: tenantId, before, after: { ...terms, principalId, reason } },
  };
}

/** One for each owner there was. A group reads no notifications, and who is in it is not known here. */
export function ownershipNotifications(
  { tenantId }: Pick<Membership, "tenantId">,
  members: readonly Membership[],
  { actId, at }: Pick<OwnershipTaken, "actId" | "at">,
): Notification[] {
  const owners = members.filter(({ role, principalKind }) => role === "owner" && principalKind !== "group");
  return owners.map(({ principalId }) => ({
    id: `notification-${tenantId}-${derivedId(actId, principalId)}`,
    kind: "ownership_taken",
    tenantId,
    recipientId: principalId,
    runId: null,
    scheduleId: null,
    outcome: null,
    // Who it was and why is for readers of the audit: a notification names no person (P6.10).
    message: "An administrator of the platform became an owner of the tenant. The audit log says who, and why.",
    createdAt: at,
    readAt: null,
  }));
}
