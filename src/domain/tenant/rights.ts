/** Roles of a member in one tenant, and the rights that each gives (interfaces.md). A role has all rights of those before it. */
export const roles = ["reader", "operator", "manager", "owner"] as const;
/** A role that only a newer version knows gives no rights to this one. */
export type Role = (typeof roles)[number] | "unknown";

const rightsAddedBy = {
  reader: ["tenant.read", "operation.read", "inventory.read", "snapshot.read", "schedule.read"],
  operator: ["inventory.sync", "snapshot.take", "directory.sync", "operation.cancel_own"],
  manager: ["schedule.write", "operation.cancel_any", "audit.read", "tenant.verify"],
  owner: ["member.write", "setting.write", "graph.pause", "audit.verify"],
} as const satisfies Record<(typeof roles)[number], readonly string[]>;

export type Right = (typeof rightsAddedBy)[(typeof roles)[number]][number];

export function rightsOf(role: Role): Right[] {
  if (role === "unknown") return [];
  return roles.slice(0, roles.indexOf(role) + 1).flatMap((each): readonly Right[] => rightsAddedBy[each]);
}

export function hasRight(role: Role, right: Right): boolean {
  return rightsOf(role).includes(right);
}
