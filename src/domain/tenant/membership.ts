import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";
import type { Caller } from "./caller.ts";
import { bestRole, hasRight, type Right, type Role, roles } from "./rights.ts";

export const principalKinds = ["user", "group", "application"] as const;

/** The role of one principal in one tenant; document id `membership-<object id>` in the tenant's own partition. */
export const membershipSchema = z.object({
  tenantId: tenantIdSchema,
  /** Object id of the user, the group or the application (its service principal) in its home tenant. */
  principalId: z.string().min(1),
  /** Documents of versions before this one do not say it: then it was a user, or an application that counts as one. */
  principalKind: knownValue(principalKinds).default("user"),
  /** As whoever added it wrote it; null where a version before this one did. */
  name: z.string().nullable().default(null),
  /** Null, in documents of versions before this one: the first of the platform's home tenants. */
  homeTenantId: z.guid().toLowerCase().nullable().default(null),
  role: knownValue(roles),
  addedAt: z.iso.datetime().nullable().default(null),
  addedBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }).nullable().default(null),
});

export type Membership = z.infer<typeof membershipSchema>;

/** What of a membership decides about rights. */
export const heldRoleSchema = membershipSchema.pick({
  tenantId: true,
  principalId: true,
  principalKind: true,
  homeTenantId: true,
  role: true,
});

export type HeldRole = z.infer<typeof heldRoleSchema>;

/** The home tenant of a membership that names none. */
export type PlatformHome = { readonly firstPlatformTenant: string };

/** And those whose people, groups and applications may call. */
export type Homes = PlatformHome & { readonly allowedTenants: readonly string[] };

/** What a caller is in a tenant, by its own membership and by those of its groups. */
export type Access = {
  /** The best one. */
  readonly role: Role;
  /** `own`: no group gives more than the caller's own membership. */
  readonly via: "own" | "group";
  readonly memberships: readonly HeldRole[];
};

/** Ids of everything by which somebody may be a member: its own, and those of its groups. */
export function principalIdsOf({ id, groups }: Pick<Caller, "id" | "groups">): readonly [string, ...string[]] {
  return [id, ...groups.filter((group) => group !== id)];
}

/**
 * What the memberships of one tenant make of a caller; undefined when none is its own. An object id means something in its
 * home tenant only: the same id in a token of another is somebody else.
 */
export function accessOf(
  caller: Pick<Caller, "id" | "groups" | "homeTenantId">,
  memberships: readonly HeldRole[],
  { firstPlatformTenant }: PlatformHome,
): Access | undefined {
  const groups = new Set(caller.groups);
  const held = memberships.filter(({ principalId, principalKind, homeTenantId }) => {
    const isOfCaller = principalKind === "group" ? groups.has(principalId) : principalId === caller.id;
    return isOfCaller && (homeTenantId ?? firstPlatformTenant) === caller.homeTenantId;
  });
  const role = bestRole(held.map((each) => each.role));
  if (role === null) return undefined;
  const isOwn = held.some((each) => each.principalKind !== "group" && each.role === role);
  return { role, via: isOwn ? "own" : "group", memberships: held };
}

/**
 * Those of one home tenant, among memberships that were of it when they were looked at before. One that names none is of a
 * version before this one, and so has been there all the time: whoever writes one now names it.
 */
export function ofHome(memberships: readonly HeldRole[], home: string): HeldRole[] {
  return memberships.filter(({ homeTenantId }) => homeTenantId === null || homeTenantId === home);
}

/** Ids of the principals whose memberships give a right. */
export function grantorsOf(memberships: readonly HeldRole[], right: Right): string[] {
  return memberships.flatMap(({ principalId, role }) => (hasRight(role, right) ? [principalId] : []));
}
