import type { Membership } from "../../domain/tenant/membership.ts";

/** What the audit says of a member. */
export function toRecord({ principalKind, homeTenantId, role }: Membership) {
  return { principalKind, homeTenantId, role };
}
