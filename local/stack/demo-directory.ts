import type { Directory, DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import { platformRole } from "../../src/domain/tenant/caller.ts";
import type { Role } from "../../src/domain/tenant/rights.ts";
import { developmentPassword, homeTenantId } from "./identities.ts";
import { toProductDirectory } from "./product-directory.ts";

/** A demo user, and the role it has in every demo tenant; without one it is a member of none. */
export type DemoUser = {
  readonly name: string;
  readonly id: string;
  readonly role?: Role;
  readonly roles?: readonly string[];
};

/** Named for their roles (interfaces.md). */
export const demoUsers: readonly DemoUser[] = [
  { name: "owner", id: "7c1e5d7a-0001-4c3a-8f00-000000000001", role: "owner" },
  { name: "manager", id: "7c1e5d7a-0001-4c3a-8f00-000000000002", role: "manager" },
  { name: "operator", id: "7c1e5d7a-0001-4c3a-8f00-000000000003", role: "operator" },
  { name: "reader", id: "7c1e5d7a-0001-4c3a-8f00-000000000004", role: "reader" },
  { name: "outsider", id: "7c1e5d7a-0001-4c3a-8f00-000000000005" },
  { name: "platform-admin", id: "7c1e5d7a-0001-4c3a-8f00-000000000006", roles: [platformRole] },
];

/** The local directory: the provider's own tenant with its people, and the customers' tenants. */
export function toDirectory(customers: readonly DirectoryTenant[]): Directory {
  return toProductDirectory({
    tenants: customers,
    apps: [],
    users: demoUsers.map(({ name, id, roles }) => ({
      name,
      id,
      homeTenantId,
      displayName: `Demo ${name}`,
      password: developmentPassword,
      ...(roles ? { roles } : {}),
    })),
  });
}
