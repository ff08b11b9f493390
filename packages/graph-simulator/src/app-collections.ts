import type { Child, Collection } from "./collection.ts";
import { assigned, assignments, bothVersions, makeCollections, works } from "./make-collections.ts";

const appManagement = "/deviceAppManagement";
const appProtectionService = "MAMAdminFEService";
const lockerFiles: readonly Child[] = [
  assignments,
  { name: "protectedAppLockerFiles", ...works, noRoute: appProtectionService },
  { name: "exemptAppLockerFiles", ...works, noRoute: appProtectionService },
];
const policySetService = "StatelessPayloadLinkingService";
const targetedApps: readonly Child[] = [assignments, { name: "apps", ...works }];

/** Apps, their configuration and protection, as far as the demo tenants leave them empty. */
export const appCollections: readonly Collection[] = [
  ...makeCollections(appManagement, "applications", [
    [
      "/mobileApps",
      "mobileApp",
      {
        isPolymorphic: true,
        versions: bothVersions,
        hiddenInLists: ["largeIcon"],
        children: [assignments, { name: "relationships", ...works }, { name: "categories", ...works }],
      },
    ],
    ["/mobileAppCategories", "mobileAppCategory"],
    ["/mobileAppConfigurations", "managedDeviceMobileAppConfiguration", { ...assigned, isPolymorphic: true }],
    [
      "/policySets",
      "policySet",
      {
        children: [
          { name: "assignments", expandInList: "refused", expandOnItem: "works", noRoute: policySetService },
          { name: "items", expandInList: "refused", expandOnItem: "works", noRoute: policySetService },
        ],
      },
    ],
    ["/vppTokens", "vppToken"],
    [
      "/wdacSupplementalPolicies",
      "windowsDefenderApplicationControlSupplementalPolicy",
      { ...assigned, hiddenInLists: ["content"] },
    ],
    [
      "/iosLobAppProvisioningConfigurations",
      "iosLobAppProvisioningConfiguration",
      { ...assigned, hiddenInLists: ["payload"] },
    ],
    [
      "/managedEBooks",
      "managedEBook",
      { isPolymorphic: true, children: [assignments, { name: "categories", ...works }] },
    ],
    ["/managedEBookCategories", "managedEBookCategory"],
    ["/enterpriseCodeSigningCertificates", "enterpriseCodeSigningCertificate"],
  ]),
  ...makeCollections(appManagement, "managedApplications", [
    ["/windowsManagedAppProtections", "windowsManagedAppProtection", { children: targetedApps }],
    ["/defaultManagedAppProtections", "defaultManagedAppProtection", { children: [{ name: "apps", ...works }] }],
    ["/mdmWindowsInformationProtectionPolicies", "mdmWindowsInformationProtectionPolicy", { children: lockerFiles }],
    ["/windowsInformationProtectionPolicies", "windowsInformationProtectionPolicy", { children: lockerFiles }],
    [
      "/targetedManagedAppConfigurations",
      "targetedManagedAppConfiguration",
      { children: [...targetedApps, { name: "settings", ...works }] },
    ],
  ]),
  ...makeCollections(appManagement, "managedApplications", [
    [
      "/managedAppPolicies",
      "managedAppPolicy",
      {
        isPolymorphic: true,
        versions: bothVersions,
        noCastRoute: appProtectionService,
        children: [
          { name: "assignments", expandInList: "refused", expandOnItem: "refused", noRoute: appProtectionService },
        ],
        unionOf: [
          "iosManagedAppProtections",
          "androidManagedAppProtections",
          "windowsManagedAppProtections",
          "defaultManagedAppProtections",
          "mdmWindowsInformationProtectionPolicies",
          "windowsInformationProtectionPolicies",
          "targetedManagedAppConfigurations",
        ].map((name) => `${appManagement}/${name}`),
      },
    ],
  ]),
];
