import type {
  AndroidManagedAppProtection,
  IosManagedAppProtection,
  TargetedManagedAppProtection,
} from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const topics = ["Unmanaged devices", "Managed devices", "Guests"];

export function makeIosAppProtection(tenant: SeedTenant, index: number): JsonObject {
  const apps = [
    "com.microsoft.office.outlook",
    "com.microsoft.skype.teams",
    "com.microsoft.onenote",
    "com.microsoft.msedge",
  ];
  const settings = {
    appDataEncryptionType: "whenDeviceLocked",
    faceIdBlocked: false,
    filterOpenInToOnlyManagedApps: false,
    thirdPartyKeyboardsBlocked: true,
    exemptedAppProtocols: [{ name: "Default", value: "skype;app-settings;itms;itmss" }],
  } satisfies GraphObject<IosManagedAppProtection>;
  const kept = tenant.random.sample(apps, tenant.random.integer(1, apps.length));
  const identifiers = kept.map((bundleId) => ({ "@odata.type": "#microsoft.graph.iosMobileAppIdentifier", bundleId }));
  return makeAppProtection(tenant, toName("IOS - MAM", topics, index), settings, identifiers);
}

export function makeAndroidAppProtection(tenant: SeedTenant, index: number): JsonObject {
  const apps = [
    "com.microsoft.office.outlook",
    "com.microsoft.teams",
    "com.microsoft.office.onenote",
    "com.microsoft.emmx",
  ];
  const settings = {
    screenCaptureBlocked: true,
    encryptAppData: true,
    disableAppEncryptionIfDeviceEncryptionIsEnabled: false,
    minimumRequiredPatchVersion: "2025-01-01",
    exemptedAppPackages: [],
  } satisfies GraphObject<AndroidManagedAppProtection>;
  const kept = tenant.random.sample(apps, tenant.random.integer(1, apps.length));
  const identifiers = kept.map((packageId) => ({
    "@odata.type": "#microsoft.graph.androidMobileAppIdentifier",
    packageId,
  }));
  return makeAppProtection(tenant, toName("AND - MAM", topics, index), settings, identifiers);
}

type Identifiers = readonly { readonly [name: string]: string }[];

function makeAppProtection(
  tenant: SeedTenant,
  name: string,
  settings: JsonObject,
  identifiers: Identifiers,
): JsonObject {
  const { random } = tenant;
  // Ids of app protection are the letter T and a guid.
  const id = `T_${random.guid()}`;
  const assignments = makeAssignments(tenant, { policyId: id, groupsOnly: true });
  const protection = {
    id,
    ...stampsOf(random),
    displayName: name,
    description: "",
    roleScopeTagIds: scopeTagsOf(tenant),
    version: `"${random.guid()}"`,
    periodOfflineBeforeAccessCheck: "PT12H",
    periodOnlineBeforeAccessCheck: "PT30M",
    periodOfflineBeforeWipeIsEnforced: "P90D",
    allowedInboundDataTransferSources: "allApps",
    allowedOutboundDataTransferDestinations: "managedApps",
    allowedOutboundClipboardSharingLevel: "managedAppsWithPasteIn",
    organizationalCredentialsRequired: false,
    dataBackupBlocked: true,
    saveAsBlocked: true,
    pinRequired: true,
    maximumPinRetries: 5,
    simplePinBlocked: true,
    minimumPinLength: random.integer(4, 8),
    pinCharacterSet: "numeric",
    managedBrowser: "microsoftEdge",
    appGroupType: "selectedPublicApps",
    targetedAppManagementLevels: "unspecified",
    isAssigned: assignments.length > 0,
  } satisfies GraphObject<TargetedManagedAppProtection>;
  const apps = identifiers.map((mobileAppIdentifier) => toApp(random, mobileAppIdentifier));
  return { ...protection, ...settings, deployedAppCount: apps.length, apps, assignments };
}

function toApp(random: Random, mobileAppIdentifier: Identifiers[number]): JsonObject {
  return { id: random.guid(), version: String(random.integer(1_000_000_000, 2_000_000_000)), mobileAppIdentifier };
}
