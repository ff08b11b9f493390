import type { AuditEvent, Group } from "@microsoft/microsoft-graph-types-beta";
import type {
  CatalogContract,
  FeedContract,
  LogContract,
  PersonalSearchContract,
} from "../../src/domain/graph/feed-contract.ts";

/** A feed whose property names must exist on Microsoft's own type. */
type FeedOf<T> = FeedContract & { readonly select: readonly Extract<keyof T, string>[] };

/**
 * The groups of a tenant, without members. GroupMember.Read.All would do (https://learn.microsoft.com/graph/api/group-delta);
 * the contract of groups that assignments name takes Directory.Read.All, which includes it.
 */
export const groupFeed: FeedOf<Group> = {
  key: "groups",
  version: "v1.0",
  path: "/groups/delta",
  select: [
    "id",
    "displayName",
    "description",
    "groupTypes",
    "securityEnabled",
    "mailEnabled",
    "membershipRule",
    "isAssignableToRole",
    "onPremisesSyncEnabled",
  ],
  serviceGroup: "directory",
  permissions: { read: ["Directory.Read.All"] },
};

/** https://learn.microsoft.com/graph/api/group-list: startsWith on displayName needs no advanced query. */
export const groupSearch: PersonalSearchContract = {
  key: "groups",
  version: "v1.0",
  path: "/groups",
  select: [
    "id",
    "displayName",
    "description",
    "groupTypes",
    "securityEnabled",
    "mailEnabled",
  ] satisfies (keyof Group)[],
  by: "displayName" satisfies keyof Group,
  most: 25,
  scope: "GroupMember.Read.All",
};

/**
 * What was done in Intune, by whom. DeviceManagementApps.Read.All is the least that reads it
 * (https://learn.microsoft.com/graph/api/intune-auditing-auditevent-list); object types of apps take it too.
 */
export const auditEventLog: LogContract = {
  key: "auditEvents",
  version: "v1.0",
  path: "/deviceManagement/auditEvents",
  time: "activityDateTime" satisfies keyof AuditEvent,
  only: `${"activityOperationType" satisfies keyof AuditEvent} ne 'Get'`,
  serviceGroup: "deviceConfiguration",
  permissions: { read: ["DeviceManagementApps.Read.All"] },
};

/**
 * A catalog of Intune's. DeviceManagementConfiguration.Read.All reads it
 * (https://learn.microsoft.com/graph/api/intune-deviceconfigv2-devicemanagementconfigurationsettingdefinition-list).
 */
function aCatalog(key: string, serviceGroup: CatalogContract["serviceGroup"]): CatalogContract {
  const permissions = { read: ["DeviceManagementConfiguration.Read.All"] };
  return { key, version: "beta", path: `/deviceManagement/${key}`, serviceGroup, permissions };
}

/** What the admin centre shows settings of the catalog under. */
export const settingCategories = aCatalog("configurationCategories", "deviceConfigurationV2");

/** What Microsoft calls settings and their options: those of the catalog, by what they are for, and those of intents. */
export const settingCatalogs: readonly CatalogContract[] = [
  aCatalog("configurationSettings", "deviceConfigurationV2"),
  aCatalog("reusableSettings", "deviceConfigurationV2"),
  aCatalog("complianceSettings", "deviceConfigurationV2"),
  aCatalog("settingDefinitions", "deviceConfiguration"),
];
