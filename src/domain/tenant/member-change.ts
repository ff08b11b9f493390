import { Fault } from "../error/fault.ts";
import type { Homes, Membership, PlatformHome, principalKinds } from "./membership.ts";
import type { Role, roles } from "./rights.ts";

/** What a person says of a member. */
export type MemberTerms = {
  readonly principalKind: (typeof principalKinds)[number];
  readonly name: string;
  readonly homeTenantId: string;
  readonly role: (typeof roles)[number];
};

type Held = Pick<Membership, "principalId" | "principalKind" | "role" | "homeTenantId">;

/**
 * Whether a member may become this, or go (null), among all members of the tenant. Faults: `conflict` where the same object
 * id is of another home tenant, `last_owner` where no owner who is a user or a group would be left.
 */
export function checkMemberChange(
  members: readonly Held[],
  principalId: string,
  terms: Pick<MemberTerms, "principalKind" | "role" | "homeTenantId"> | null,
  { firstPlatformTenant }: PlatformHome,
): void {
  const known = members.find((each) => each.principalId === principalId);
  if (known && terms && (known.homeTenantId ?? firstPlatformTenant) !== terms.homeTenantId) {
    throw new Fault("conflict", "A member with this object id is of another home tenant; remove it first.");
  }
  const others = members.filter((each) => each.principalId !== principalId);
  const after = terms ? [...others, terms] : others;
  if (members.some(isOwner) && !after.some(isOwner)) {
    throw new Fault("last_owner", "No owner who is a person or a group would be left.", { target: principalId });
  }
}

/**
 * Whether anybody of that home tenant could ever come in. Fault `invalid_request`, with the field as target, where nobody
 * could: a member in vain, and perhaps the last owner.
 */
export function checkHome(
  homeTenantId: string,
  { allowedTenants }: Pick<Homes, "allowedTenants">,
  field: string,
): void {
  if (allowedTenants.includes(homeTenantId)) return;
  const problem = `${field}: nobody of this home tenant may sign in here; ALLOWED_TENANTS names those who may.`;
  throw new Fault("invalid_request", problem, { target: field });
}

/** An application does not look after itself, and of what only a newer version knows nobody can say. */
function isOwner({ principalKind, role }: { readonly principalKind: string; readonly role: Role }): boolean {
  return role === "owner" && (principalKind === "user" || principalKind === "group");
}
