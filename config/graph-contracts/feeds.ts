import type { AuditEvent, Group } from "@microsoft/microsoft-graph-types-beta";
import type { FeedContract, LogContract, PersonalSearchContract } from "../../src/domain/graph/feed-contract.ts";

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
