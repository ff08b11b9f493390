import type {
  IosVppApp,
  MacOsVppApp,
  ManagedApp,
  MobileApp,
  MobileAppCategory,
  MobileLobApp,
  Win32LobApp,
  WindowsManagementApp,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { type ContractFor, defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { appPermissions, configurationPermissions } from "./permissions.ts";

/** What a relation copies from the apps at its ends, and its own id, which each save makes anew. */
const relationFacts = [
  "relationships[].id",
  "relationships[].sourceId",
  "relationships[].sourceDisplayName",
  "relationships[].sourceDisplayVersion",
  "relationships[].sourcePublisherDisplayName",
  "relationships[].targetDisplayName",
  "relationships[].targetDisplayVersion",
  "relationships[].targetPublisher",
  "relationships[].targetPublisherDisplayName",
  "relationships[].dependentAppCount",
  "relationships[].dependsOnAppCount",
  "relationships[].supersededAppCount",
  "relationships[].supersedingAppCount",
] as const;

const app = {
  path: "/deviceAppManagement/mobileApps",
  evidence: {
    path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
    assignments: sure(
      "CIPP, IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, M365Documentation, IntuneTools, IntuneCommander, powershell-intune-samples",
    ),
  },
  serviceGroup: "applications",
  // Icons, rules and scripts come with the single GET only.
  detail: "get",
  // Hundreds of store apps stand in every tenant; those that somebody uses are assigned.
  builtIn: { property: "appAvailability", is: "global", read: "assigned" },
  children: [{ path: "relationships", evidence: sure("IntuneManagement, terraform-provider-microsoft365") }],
  links: [{ path: "categories", isMany: true, evidence: sure("terraform-provider-microsoft365") }],
  assignments: "get",
  meta: ["publisher", "publishingState", "isAssigned"],
  volatile: [
    "uploadState",
    "publishingState",
    "isAssigned",
    "dependentAppCount",
    "supersedingAppCount",
    "supersededAppCount",
    "committedContentVersion",
    "size",
    // The licence service counts them, day by day.
    "usedLicenseCount",
    "totalLicenseCount",
    "revokeLicenseActionResults",
    ...relationFacts,
  ],
  comparison: {
    // Names a script among the files of the app.
    tenantBound: ["activeInstallScript.targetId", "activeUninstallScript.targetId"],
    lists: [
      { at: "relationships", key: ["@odata.type", "targetId"] },
      { at: "returnCodes", key: ["returnCode"] },
    ],
  },
  references: [
    ...usualReferences,
    { to: "mobileAppCategory", path: "categories[].id" },
    { to: "mobileApp", path: "relationships[].targetId" },
    { to: "deviceConfigurationVpn", path: "assignments[].settings.vpnConfigurationId" },
  ],
  permissions: appPermissions,
} as const satisfies Partial<ContractFor<AnyApp>>;

/** Apps, and the kinds whose own properties are named here. */
type AnyApp = MobileApp | ManagedApp | MobileLobApp | Win32LobApp | IosVppApp | MacOsVppApp;

function kindsOf(...names: readonly string[]) {
  return { by: "odataType", is: names.map((name) => `#microsoft.graph.${name}`) } as const;
}

export const apps = [
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppWin32",
    displayName: "Win32 app",
    platformGroup: "windows",
    kinds: kindsOf("win32LobApp", "win32CatalogApp", "windowsAutoUpdateCatalogApp"),
    platform: { constant: "windows10" },
    notes: [notes.content],
    risk: "high",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppWinGet",
    displayName: "Microsoft Store app",
    platformGroup: "windows",
    kinds: kindsOf("winGetApp"),
    platform: { constant: "windows10" },
    risk: "medium",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppOffice",
    displayName: "Microsoft 365 Apps",
    platformGroup: "cross_platform",
    kinds: kindsOf("officeSuiteApp", "macOSOfficeSuiteApp"),
    risk: "medium",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppLob",
    displayName: "Line-of-business app",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidLobApp",
      "iosLobApp",
      "macOSLobApp",
      "macOSPkgApp",
      "macOSDmgApp",
      "windowsMobileMSI",
      "windowsAppX",
      "windowsUniversalAppX",
      "managedAndroidLobApp",
      "managedIOSLobApp",
    ),
    notes: [notes.content],
    risk: "high",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppStore",
    displayName: "Store app",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "iosStoreApp",
      "androidStoreApp",
      "windowsStoreApp",
      "managedIOSStoreApp",
      "managedAndroidStoreApp",
      "windowsMicrosoftEdgeApp",
      "macOSMicrosoftEdgeApp",
      "macOSMicrosoftDefenderApp",
    ),
    risk: "medium",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppVpp",
    displayName: "Apple VPP app",
    platformGroup: "apple",
    kinds: kindsOf("iosVppApp", "macOsVppApp"),
    references: [...app.references, { to: "vppToken", path: "vppTokenId" }],
    notes: ["It appears by synchronisation of its token and cannot be created."],
    risk: "high",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppManagedGooglePlay",
    displayName: "Managed Google Play app",
    platformGroup: "android",
    kinds: kindsOf("androidManagedStoreApp", "androidManagedStoreWebApp", "androidForWorkApp"),
    platform: { constant: "android" },
    notes: ["It appears by synchronisation with Google Play and cannot be created."],
    risk: "medium",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppWeb",
    displayName: "Web link",
    platformGroup: "cross_platform",
    kinds: kindsOf("webApp", "windowsWebApp", "iosiPadOSWebClip", "macOSWebClip"),
    risk: "low",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppMsfb",
    displayName: "Microsoft Store for Business app",
    platformGroup: "windows",
    kinds: kindsOf("microsoftStoreForBusinessApp"),
    platform: { constant: "windows10" },
    notes: ["Microsoft has retired the Store for Business."],
    restore: "none",
    risk: "medium",
  }),
  defineContract<AnyApp>({
    ...app,
    key: "mobileAppOther",
    displayName: "App of another kind",
    platformGroup: "cross_platform",
    kinds: { by: "rest" },
    restore: "none",
    risk: "high",
    differs: ["A catch-all of ours: a kind that is retired or newer than this registry."],
  }),
  defineContract<MobileAppCategory>({
    key: "mobileAppCategory",
    displayName: "App category",
    platformGroup: "cross_platform",
    path: "/deviceAppManagement/mobileAppCategories",
    evidence: { path: sure("terraform-provider-microsoft365, powershell-intune-samples, Microsoft365DSC") },
    serviceGroup: "applications",
    fixedOdataType: "#microsoft.graph.mobileAppCategory",
    risk: "low",
    permissions: appPermissions,
  }),
  defineContract<WindowsManagementApp>({
    key: "windowsManagementApp",
    displayName: "Managed installer",
    platformGroup: "windows",
    path: "/deviceAppManagement/windowsManagementApp",
    evidence: { path: sure("terraform-provider-microsoft365 (recorded answer)") },
    read: "singleton",
    serviceGroup: "applications",
    fixedOdataType: "#microsoft.graph.windowsManagementApp",
    nameProperty: null,
    platform: { constant: "windows10" },
    meta: ["managedInstaller"],
    volatile: ["availableVersion", "managedInstallerConfiguredDateTime"],
    restore: "none",
    risk: "medium",
    permissions: configurationPermissions,
  }),
];
