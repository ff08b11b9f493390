/**
 * Roles of a member in one tenant, and the rights that each gives (interfaces.md). A role has all rights of those before it.
 * This is the one place that says so: `GET /roles` and docs/rights.md are made from it.
 */
export const roles = ["reader", "operator", "manager", "owner"] as const;
/** A role that only a newer version knows gives no rights to this one. */
export type Role = (typeof roles)[number] | "unknown";

/** Each right stands under the role that first gives it, with a sentence that says what it lets somebody do. */
const rightsAddedBy = {
  reader: {
    "tenant.read": "See the tenant, its settings, its state and how it does.",
    "operation.read": "See the tenant's runs, their progress, their failures and their results.",
    "inventory.read": "See the tenant's inventory and the names of its groups.",
    "snapshot.read": "See the tenant's snapshots and what is in them.",
    "schedule.read": "See the tenant's schedules, their promises and their slots.",
  },
  operator: {
    "inventory.sync": "Start a run that reads the tenant's objects into the inventory.",
    "snapshot.take": "Start a run that takes a snapshot of the tenant.",
    "operation.cancel_own": "Cancel and repeat runs that one started oneself.",
    "actor.read": "See who changed what in the tenant, as Microsoft Intune's own audit says.",
    "directory.sync": "Start a run that reads the tenant's groups into the directory cache.",
  },
  manager: {
    "schedule.write": "Add, change, pause, run and delete schedules.",
    "operation.cancel_any": "Cancel and repeat runs, whoever started them.",
    "member.read": "See who is a member of the tenant, and in which role.",
    "audit.read": "See and export what was done in the tenant, by whom and when.",
    "inventory.ignore": "Leave an object out of what is worth a look, with a reason, and take that back.",
    "tenant.verify": "Start a run that checks the tenant's consent, its permissions and its licences.",
  },
  owner: {
    "member.write": "Add and remove members, and change their roles.",
    "setting.write": "Change the tenant, its settings and its consent; suspend and archive it.",
    "graph.pause": "Stop all requests to the tenant's Microsoft Graph, and let them go on.",
    "audit.verify": "Start a run that proves that no entry of the audit was changed or removed.",
  },
} as const satisfies Record<(typeof roles)[number], Readonly<Record<`${string}.${string}`, string>>>;

type AddedBy = typeof rightsAddedBy;
export type Right = { [R in keyof AddedBy]: keyof AddedBy[R] }[keyof AddedBy];

/** A right, what it lets somebody do, and the role that first gives it. */
export type RightFacts = { readonly right: Right; readonly sentence: string; readonly role: (typeof roles)[number] };

/** Every right, those of lesser roles first. */
export const allRights: readonly RightFacts[] = roles.flatMap((role) =>
  // The keys of an object literal are its rights.
  (Object.entries(rightsAddedBy[role]) as [Right, string][]).map(([right, sentence]) => ({ right, sentence, role })),
);

/** What a role lets its holder do; null is no role. */
export function rightsOf(role: Role | null): Right[] {
  if (role === null || role === "unknown") return [];
  const most = roles.indexOf(role);
  return allRights.flatMap((each) => (roles.indexOf(each.role) <= most ? [each.right] : []));
}

export function hasRight(role: Role | null, right: Right): boolean {
  return rightsOf(role).includes(right);
}

/** The role with the most rights; null of none. */
export function bestRole(held: readonly Role[]): Role | null {
  return held.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
}

function rankOf(role: Role): number {
  return role === "unknown" ? -1 : roles.indexOf(role);
}
