import type {
  CloudPcCloudApp,
  CloudPcDeviceImage,
  CloudPcExternalPartnerSetting,
  CloudPcOnPremisesConnection,
  CloudPcOrganizationSettings,
  CloudPcProvisioningPolicy,
  CloudPcUserSetting,
} from "@microsoft/microsoft-graph-types-beta";
import { differs, licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { cloudPcPermissions } from "./permissions.ts";

// https://learn.microsoft.com/graph/api/virtualendpoint-list-provisioningpolicies says where it is offered.
const cloudPc = {
  platformGroup: "windows",
  serviceGroup: "cloudPc",
  platform: { constant: "windows365" },
  licence: licences.windows365,
  notAvailable: ["us_gov_l5", "china"],
  permissions: cloudPcPermissions,
} as const;

const targetGroups = [{ to: "group", path: "assignments[].target.groupId" }] as const;

/** Counts free addresses of its network; newer than the installed declarations. */
type NewOfConnection = { readonly subnetPrivateIpDetail?: unknown };

export const cloudPcs = [
  defineContract<CloudPcProvisioningPolicy>({
    ...cloudPc,
    key: "cloudPcProvisioningPolicy",
    displayName: "Windows 365 provisioning policy",
    path: "/deviceManagement/virtualEndpoint/provisioningPolicies",
    query: "$expand=assignments",
    fixedOdataType: "#microsoft.graph.cloudPcProvisioningPolicy",
    assignments: "expand",
    meta: ["provisioningType", "imageType"],
    volatile: [
      "alternateResourceUrl",
      "cloudPcGroupDisplayName",
      "createdBy",
      "gracePeriodInHours",
      "imageDisplayName",
      "lastModifiedBy",
    ],
    references: [
      ...targetGroups,
      { to: "cloudPcDeviceImage", path: "imageId" },
      { to: "cloudPcOnPremisesConnection", path: "domainJoinConfigurations[].onPremisesConnectionId" },
      { to: "roleScopeTag", path: "scopeIds[]" },
    ],
    risk: "high",
  }),
  defineContract<CloudPcUserSetting>({
    ...cloudPc,
    key: "cloudPcUserSetting",
    displayName: "Windows 365 user setting",
    path: "/deviceManagement/virtualEndpoint/userSettings",
    query: "$expand=assignments",
    fixedOdataType: "#microsoft.graph.cloudPcUserSetting",
    assignments: "expand",
    meta: ["localAdminEnabled"],
    references: targetGroups,
    risk: "medium",
  }),
  defineContract<CloudPcOnPremisesConnection & NewOfConnection>({
    ...cloudPc,
    key: "cloudPcOnPremisesConnection",
    displayName: "Azure network connection",
    path: "/deviceManagement/virtualEndpoint/onPremisesConnections",
    fixedOdataType: "#microsoft.graph.cloudPcOnPremisesConnection",
    meta: ["healthCheckStatus", "inUse"],
    volatile: [
      "alternateResourceUrl",
      "healthCheckPaused",
      "healthCheckStatus",
      "healthCheckStatusDetail",
      "healthCheckStatusDetails",
      "inUse",
      "inUseByCloudPc",
      "subnetPrivateIpDetail",
    ],
    secrets: [{ path: "adDomainPassword", kind: "never_snapshot" }],
    references: [{ to: "roleScopeTag", path: "scopeIds[]" }],
    restore: "none",
    risk: "high",
    differs: ["The published list has no permission to write this path; CloudPC.ReadWrite.All changes its password."],
  }),
  defineContract<CloudPcDeviceImage>({
    ...cloudPc,
    key: "cloudPcDeviceImage",
    displayName: "Windows 365 custom image",
    path: "/deviceManagement/virtualEndpoint/deviceImages",
    fixedOdataType: "#microsoft.graph.cloudPcDeviceImage",
    meta: ["status", "version"],
    volatile: ["errorCode", "osStatus", "status", "statusDetails"],
    references: [{ to: "roleScopeTag", path: "scopeIds[]" }],
    notes: ["The image itself stays in Azure."],
    restore: "none",
    risk: "medium",
  }),
  defineContract<CloudPcCloudApp>({
    ...cloudPc,
    key: "cloudPcCloudApp",
    displayName: "Windows 365 cloud app",
    path: "/deviceManagement/virtualEndpoint/cloudApps",
    fixedOdataType: "#microsoft.graph.cloudPcCloudApp",
    meta: ["appStatus", "availableToUser"],
    volatile: [
      "actionFailedErrorCode",
      "actionFailedErrorMessage",
      "addedDateTime",
      "appStatus",
      "lastPublishedDateTime",
    ],
    references: [
      { to: "cloudPcProvisioningPolicy", path: "provisioningPolicyId" },
      { to: "roleScopeTag", path: "scopeIds[]" },
    ],
    restore: "none",
    risk: "low",
    differs: [differs.byArea],
  }),
  defineContract<CloudPcOrganizationSettings>({
    ...cloudPc,
    key: "cloudPcOrganizationSettings",
    displayName: "Windows 365 organisation settings",
    path: "/deviceManagement/virtualEndpoint/organizationSettings",
    read: "singleton",
    fixedOdataType: "#microsoft.graph.cloudPcOrganizationSettings",
    nameProperty: null,
    meta: ["userAccountType"],
    risk: "medium",
    differs: ["The published list stars a write permission for reading; CloudPC.Read.All reads it too."],
  }),
  defineContract<CloudPcExternalPartnerSetting>({
    ...cloudPc,
    key: "cloudPcExternalPartnerSetting",
    displayName: "Windows 365 partner connector",
    path: "/deviceManagement/virtualEndpoint/externalPartnerSettings",
    fixedOdataType: "#microsoft.graph.cloudPcExternalPartnerSetting",
    nameProperty: "partnerId",
    meta: ["enableConnection", "status"],
    volatile: ["lastSyncDateTime", "status", "statusDetails"],
    restore: "none",
    risk: "medium",
  }),
];
