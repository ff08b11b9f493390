import { certificateLinks } from "./certificate-links.ts";
import type { Child, Collection, Version } from "./collection.ts";
import { registryCollections } from "./registry-collections.ts";

const bothVersions: readonly Version[] = ["v1.0", "beta"];
const betaOnly: readonly Version[] = ["beta"];

const assignments: Child = { name: "assignments", expandInList: "works", expandOnItem: "works" };
const silentAssignments: Child = { name: "assignments", expandInList: "empty", expandOnItem: "empty" };
const works = { expandInList: "works", expandOnItem: "works" } as const;

const largePages = { pageSize: 1000, maxTop: 1000 };

/** What most rows share. */
const intune = {
  isPolymorphic: false,
  versions: betaOnly,
  ...largePages,
  children: [assignments],
  hiddenInLists: [],
  serviceGroup: "deviceConfiguration",
  assignBody: "assignments",
  modifiedProperty: "lastModifiedDateTime",
} as const satisfies Partial<Collection>;

const conditionalAccess = {
  versions: bothVersions,
  ...largePages,
  children: [],
  hiddenInLists: [],
  serviceGroup: "conditionalAccess",
  modifiedProperty: "modifiedDateTime",
  // Graph gives no figure; other tools look again every 3 to 5 seconds (graph.md 2.6).
  shownAfterMs: 5_000,
} as const satisfies Partial<Collection>;

const appProtection = {
  ...intune,
  versions: bothVersions,
  serviceGroup: "managedApplications",
  groupTargetsOnly: true,
  noCastRoute: "MAMAdminFEService",
  assignAnswersNothing: true,
  children: [assignments, { name: "apps", ...works }],
} as const satisfies Partial<Collection>;

/** Collections that are served as Graph is known to serve them. */
export const knownCollections: readonly Collection[] = [
  {
    ...intune,
    path: "/deviceManagement/configurationPolicies",
    entityType: "deviceManagementConfigurationPolicy",
    serviceGroup: "deviceConfigurationV2",
    // The server's page, for policies and for their settings alike (graph.md 2.4); an expanded item is not cut.
    pageSize: 25,
    maxTop: 25,
    children: [{ name: "settings", pageSize: 25, expandInList: "empty", expandOnItem: "works" }, silentAssignments],
    counts: ["settingCount", "settings"],
  },
  {
    ...intune,
    path: "/deviceManagement/deviceConfigurations",
    entityType: "deviceConfiguration",
    masksOmaSettings: true,
    showsOmaValues: true,
    refusedOnCreate: ["supportsScopeTags"],
    isPolymorphic: true,
    versions: bothVersions,
    children: [
      assignments,
      { name: "privacyAccessControls", ...works, on: ["windows10GeneralConfiguration"] },
      ...certificateLinks,
    ],
  },
  {
    ...intune,
    path: "/deviceManagement/deviceCompliancePolicies",
    entityType: "deviceCompliancePolicy",
    isPolymorphic: true,
    versions: bothVersions,
    children: [
      assignments,
      {
        name: "scheduledActionsForRule",
        ...works,
        noRoute: "StatelessDeviceConfigurationFEService",
        children: [{ name: "scheduledActionConfigurations", ...works }],
      },
    ],
    requiredOnCreate: ["scheduledActionsForRule"],
  },
  {
    ...intune,
    path: "/deviceManagement/deviceManagementScripts",
    entityType: "deviceManagementScript",
    hiddenInLists: ["scriptContent"],
    assignBody: "deviceManagementScriptAssignments",
    assignAnswersNothing: true,
  },
  {
    ...intune,
    path: "/deviceManagement/deviceHealthScripts",
    entityType: "deviceHealthScript",
    hiddenInLists: ["detectionScriptContent", "remediationScriptContent"],
    assignBody: "deviceHealthScriptAssignments",
    assignAnswersNothing: true,
    // A filter on isGlobalScript answers every script (graph.md 2.7).
    ignoresFilter: true,
  },
  {
    ...intune,
    path: "/deviceManagement/groupPolicyConfigurations",
    entityType: "groupPolicyConfiguration",
    children: [
      assignments,
      {
        name: "definitionValues",
        ...works,
        children: [
          { name: "definition", isSingle: true, ...works },
          {
            name: "presentationValues",
            ...works,
            children: [{ name: "presentation", isSingle: true, ...works }],
          },
        ],
      },
    ],
  },
  {
    ...intune,
    path: "/deviceManagement/windowsDriverUpdateProfiles",
    entityType: "windowsDriverUpdateProfile",
    assignAnswersNothing: true,
  },
  {
    path: "/deviceManagement/assignmentFilters",
    entityType: "deviceAndAppManagementAssignmentFilter",
    isPolymorphic: false,
    versions: betaOnly,
    ...largePages,
    children: [],
    hiddenInLists: [],
    serviceGroup: "deviceConfiguration",
    modifiedProperty: "lastModifiedDateTime",
  },
  {
    ...intune,
    path: "/deviceManagement/roleScopeTags",
    entityType: "roleScopeTag",
    serviceGroup: "rbac",
    children: [silentAssignments],
  },
  {
    ...appProtection,
    path: "/deviceAppManagement/iosManagedAppProtections",
    entityType: "iosManagedAppProtection",
  },
  {
    ...appProtection,
    path: "/deviceAppManagement/androidManagedAppProtections",
    entityType: "androidManagedAppProtection",
  },
  {
    ...conditionalAccess,
    path: "/identity/conditionalAccess/namedLocations",
    entityType: "namedLocation",
    betaOnly: [{ kind: "compliantNetworkNamedLocation" }],
    isPolymorphic: true,
  },
  {
    ...conditionalAccess,
    path: "/identity/conditionalAccess/policies",
    entityType: "conditionalAccessPolicy",
    betaOnly: [{ path: "conditions.clientApplications" }],
    isPolymorphic: false,
  },
  {
    path: "/groups",
    entityType: "group",
    isPolymorphic: false,
    versions: bothVersions,
    // https://learn.microsoft.com/graph/api/group-list: 100 a page, 999 at most.
    pageSize: 100,
    maxTop: 999,
    hasDelta: true,
    children: [],
    hiddenInLists: [],
    serviceGroup: "directory",
    shownAfterMs: 10_000,
  },
  ...registryCollections,
];
