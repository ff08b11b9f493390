export type Version = "v1.0" | "beta";

/** What `$expand` of a child gives: its items, silently nothing, or 400 (graph-facts 2.5). */
export type Expansion = "works" | "empty" | "refused";

export type Child = {
  readonly name: string;
  /** A single related object instead of a list. */
  readonly isSingle?: boolean;
  /** Items in a page of the child's own list, whatever `$top` says. Default 1000. */
  readonly pageSize?: number;
  readonly expandInList: Expansion;
  readonly expandOnItem: Expansion;
  readonly children?: readonly Child[];
};

export type ServiceGroup =
  | "deviceConfiguration"
  | "settingsCatalog"
  | "managedApplications"
  | "rbac"
  | "conditionalAccess"
  | "directory";

export type Collection = {
  /** Below the version, as Graph spells it. */
  readonly path: string;
  /** The declared type, without namespace. */
  readonly entityType: string;
  /** Items carry `@odata.type`, because the declared type says too little. */
  readonly isPolymorphic: boolean;
  readonly versions: readonly Version[];
  /** Items in a page without `$top`. */
  readonly pageSize: number;
  /** The largest page that `$top` can ask for; more is cut to it. */
  readonly maxTop: number;
  readonly children: readonly Child[];
  /** Null in lists, present on a single GET. */
  readonly hiddenInLists: readonly string[];
  readonly serviceGroup: ServiceGroup;
  /** Body property of the assign action; absent = there is no such action. */
  readonly assignBody?: string;
  /** Assignments may name groups only (app protection). */
  readonly groupTargetsOnly?: boolean;
  /** Property that counts a child: [counting property, child]. */
  readonly counts?: readonly [string, string];
  /** Children without which a create is refused. */
  readonly requiredOnCreate?: readonly string[];
  /** Filters are accepted and change nothing. */
  readonly ignoresFilter?: boolean;
  /** Custom settings whose value is encrypted are answered with a mask. */
  readonly masksOmaSettings?: boolean;
  readonly modifiedProperty?: string;
};

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
} as const satisfies Partial<Collection>;

const appProtection = {
  ...intune,
  versions: bothVersions,
  serviceGroup: "managedApplications",
  groupTargetsOnly: true,
  children: [assignments, { name: "apps", ...works }],
} as const satisfies Partial<Collection>;

/** Every collection that is served. A new one is a row here and nothing else. */
export const collections: readonly Collection[] = [
  {
    ...intune,
    path: "/deviceManagement/configurationPolicies",
    entityType: "deviceManagementConfigurationPolicy",
    serviceGroup: "settingsCatalog",
    // The server's page, for policies and for their settings alike (graph-facts 2.4); an expanded item is not cut.
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
    isPolymorphic: true,
    versions: bothVersions,
  },
  {
    ...intune,
    path: "/deviceManagement/deviceCompliancePolicies",
    entityType: "deviceCompliancePolicy",
    isPolymorphic: true,
    versions: bothVersions,
    children: [
      assignments,
      { name: "scheduledActionsForRule", ...works, children: [{ name: "scheduledActionConfigurations", ...works }] },
    ],
    requiredOnCreate: ["scheduledActionsForRule"],
  },
  {
    ...intune,
    path: "/deviceManagement/deviceManagementScripts",
    entityType: "deviceManagementScript",
    hiddenInLists: ["scriptContent"],
    assignBody: "deviceManagementScriptAssignments",
  },
  {
    ...intune,
    path: "/deviceManagement/deviceHealthScripts",
    entityType: "deviceHealthScript",
    hiddenInLists: ["detectionScriptContent", "remediationScriptContent"],
    assignBody: "deviceHealthScriptAssignments",
    // A filter on isGlobalScript answers every script (graph-facts 2.7).
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
    isPolymorphic: true,
  },
  {
    ...conditionalAccess,
    path: "/identity/conditionalAccess/policies",
    entityType: "conditionalAccessPolicy",
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
    children: [],
    hiddenInLists: [],
    serviceGroup: "directory",
  },
];

/** The row of a path, or an error that names what there is: for callers inside this machine, not for requests. */
export function collectionAt(path: string): Collection {
  const found = collections.find((each) => each.path.toLowerCase() === path.toLowerCase());
  if (found) return found;
  throw new Error(`Graph serves no collection ${path}; it has ${collections.map((each) => each.path).join(", ")}.`);
}
