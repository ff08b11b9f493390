import type {
  AndroidManagedStoreAppConfiguration,
  EnterpriseCodeSigningCertificate,
  IosLobAppProvisioningConfiguration,
  IosVppEBook,
  ManagedDeviceMobileAppConfiguration,
  ManagedEBook,
  ManagedEBookCategory,
  WindowsDefenderApplicationControlSupplementalPolicy,
} from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { documented, likely, sure } from "./evidence.ts";
import { appPermissions } from "./permissions.ts";

const applications = { serviceGroup: "applications", risk: "medium", permissions: appPermissions } as const;

const configuration = {
  ...applications,
  path: "/deviceAppManagement/mobileAppConfigurations",
  evidence: {
    path: sure(
      "IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, powershell-intune-samples",
    ),
    assignments: sure("IntuneCD, Microsoft365DSC"),
  },
  assignments: "get",
  meta: ["version"],
  volatile: ["version"],
  references: [...usualReferences, { to: "mobileApp", path: "targetedMobileApps[]" }],
  notes: ["Settings may carry keys; they are stored as returned."],
} as const;

export const appConfiguration = [
  // Before the type that claims its kind: the first that claims an object has it.
  defineContract<AndroidManagedStoreAppConfiguration>({
    ...configuration,
    key: "androidOemConfig",
    displayName: "Android OEMConfig profile",
    platformGroup: "android",
    kinds: { by: "property", path: "appSupportsOemConfig", is: [true] },
    platform: { constant: "android" },
  }),
  defineContract<ManagedDeviceMobileAppConfiguration>({
    ...configuration,
    key: "mobileAppConfiguration",
    displayName: "App configuration (managed devices)",
    platformGroup: "cross_platform",
    kinds: {
      by: "odataType",
      is: [
        "#microsoft.graph.androidForWorkMobileAppConfiguration",
        "#microsoft.graph.androidManagedStoreAppConfiguration",
        "#microsoft.graph.iosMobileAppConfiguration",
      ],
    },
  }),
  defineContract<ManagedDeviceMobileAppConfiguration>({
    ...configuration,
    key: "mobileAppConfigurationOther",
    displayName: "App configuration of another kind",
    platformGroup: "cross_platform",
    kinds: { by: "rest" },
    restore: "none",
    differs: ["A catch-all of ours: a kind that is newer than this registry."],
  }),
  defineContract<WindowsDefenderApplicationControlSupplementalPolicy>({
    ...applications,
    key: "wdacSupplementalPolicy",
    displayName: "Application control supplemental policy",
    platformGroup: "windows",
    path: "/deviceAppManagement/wdacSupplementalPolicies",
    evidence: { path: documented, assignments: documented },
    fixedOdataType: "#microsoft.graph.windowsDefenderApplicationControlSupplementalPolicy",
    // The content is null in lists and comes with the single GET only.
    detail: "get",
    assignments: "get",
    platform: { constant: "windows10" },
    meta: ["contentFileName", "version"],
    volatile: ["version", "creationDateTime"],
    references: usualReferences,
    risk: "high",
  }),
  defineContract<IosLobAppProvisioningConfiguration>({
    ...applications,
    key: "iosLobAppProvisioningConfiguration",
    displayName: "iOS app provisioning profile",
    platformGroup: "apple",
    path: "/deviceAppManagement/iosLobAppProvisioningConfigurations",
    evidence: {
      path: sure("powershell-intune-samples"),
      assignments: likely("documentation; powershell-intune-samples by $expand on the list"),
    },
    fixedOdataType: "#microsoft.graph.iosLobAppProvisioningConfiguration",
    detail: "get",
    assignments: "get",
    platform: { constant: "iOS" },
    meta: ["payloadFileName", "expirationDateTime"],
    volatile: ["version"],
    references: usualReferences,
    differs: ["The published permissions do not list this path; these are those of its area."],
  }),
  defineContract<ManagedEBook | IosVppEBook>({
    ...applications,
    key: "managedEBook",
    displayName: "Managed book",
    platformGroup: "apple",
    path: "/deviceAppManagement/managedEBooks",
    evidence: { path: sure("powershell-intune-samples"), assignments: documented },
    links: [{ path: "categories", isMany: true, evidence: documented }],
    assignments: "get",
    platform: { constant: "iOS" },
    meta: ["publisher"],
    // The licence service counts them, day by day.
    volatile: ["usedLicenseCount", "totalLicenseCount"],
    references: [...assignedReferences, { to: "managedEBookCategory", path: "categories[].id" }],
    restore: "none",
    risk: "low",
  }),
  defineContract<ManagedEBookCategory>({
    ...applications,
    key: "managedEBookCategory",
    displayName: "Book category",
    platformGroup: "apple",
    path: "/deviceAppManagement/managedEBookCategories",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.managedEBookCategory",
    restore: "none",
    risk: "low",
  }),
  defineContract<EnterpriseCodeSigningCertificate>({
    ...applications,
    key: "enterpriseCodeSigningCertificate",
    displayName: "Code signing certificate",
    platformGroup: "windows",
    path: "/deviceAppManagement/enterpriseCodeSigningCertificates",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.enterpriseCodeSigningCertificate",
    nameProperty: "subjectName",
    meta: ["status", "expirationDateTime"],
    volatile: ["status"],
    restore: "none",
    risk: "low",
  }),
];
