import type { Directory, DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import type { Role } from "../../src/domain/tenant/rights.ts";
import { serviceDesk } from "../seeds/home-groups.ts";
import { developmentPassword, homeTenantId, portalApp } from "./identities.ts";
import { toProductDirectory } from "./product-directory.ts";

/** A group of the provider's own directory that is a member of every demo tenant. */
export const demoGroup = { id: serviceDesk.id, name: serviceDesk.displayName, role: "operator" } as const;

/** A demo user, and the role it has itself in every demo tenant; without one, and without a group, it is a member of none. */
export type DemoUser = {
  readonly name: string;
  readonly id: string;
  readonly role?: Role;
  readonly roles?: readonly string[];
  /** Object ids of groups that are assigned to the API. */
  readonly groups?: readonly string[];
  /** What the sign-in page says of it. */
  readonly may: string;
};

/** Named for their roles (interfaces.md). */
export const demoUsers: readonly DemoUser[] = [
  {
    name: "owner",
    id: "7c1e5d7a-0001-4c3a-8f00-000000000001",
    role: "owner",
    may: "Everything in every demo tenant, settings and members too",
  },
  {
    name: "manager",
    id: "7c1e5d7a-0001-4c3a-8f00-000000000002",
    role: "manager",
    may: "Takes snapshots, writes schedules, cancels any run",
  },
  {
    name: "operator",
    id: "7c1e5d7a-0001-4c3a-8f00-000000000003",
    role: "operator",
    may: "Takes snapshots, syncs the inventory, cancels own runs",
  },
  { name: "reader", id: "7c1e5d7a-0001-4c3a-8f00-000000000004", role: "reader", may: "Looks, and starts nothing" },
  { name: "outsider", id: "7c1e5d7a-0001-4c3a-8f00-000000000005", may: "Member of no tenant: sees none" },
  {
    name: "platform-admin",
    id: "7c1e5d7a-0001-4c3a-8f00-000000000006",
    roles: ["Platform.Admin"],
    may: "Runs over all tenants, sees how the platform does; member of none",
  },
  {
    name: "colleague",
    id: "7c1e5d7a-0001-4c3a-8f00-000000000007",
    groups: [demoGroup.id],
    may: `What an operator may, by the group ${demoGroup.name} alone`,
  },
];

/** The local directory: the provider's own tenant with its people, and the customers' tenants. */
export function toDirectory(customers: readonly DirectoryTenant[], portalUrl: string): Directory {
  return toProductDirectory({
    tenants: customers,
    webRedirectUris: [`${portalUrl}/api/consent`],
    apps: [{ ...portalApp, name: "TenantPilot", homeTenantId, redirectUri: `${portalUrl}/signed-in` }],
    users: demoUsers.map(({ name, id, roles, groups }) => ({
      name,
      id,
      homeTenantId,
      displayName: `Demo ${name}`,
      password: developmentPassword,
      ...(roles ? { roles } : {}),
      ...(groups ? { groups } : {}),
    })),
  });
}
