import type {
  DeviceConfiguration,
  IosWiFiConfiguration,
  MacOSEndpointProtectionConfiguration,
  Windows10GeneralConfiguration,
  WindowsUpdateForBusinessConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import { makeOmaSettings } from "./make-oma-settings.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

type Kind = {
  readonly type: string;
  readonly prefix: string;
  readonly topics: readonly string[];
  readonly filterPlatform: string;
  readonly settings: (tenant: SeedTenant, policyId: string) => JsonObject;
};

const kinds: readonly Kind[] = [
  {
    type: "windows10CustomConfiguration",
    prefix: "WIN - Custom",
    topics: ["VPN always on", "Kiosk shell", "Firmware policy"],
    filterPlatform: "windows10AndLater",
    settings: (tenant, policyId) => ({ omaSettings: makeOmaSettings(tenant.random, policyId) }),
  },
  {
    type: "windowsUpdateForBusinessConfiguration",
    prefix: "WIN - Update ring",
    topics: ["Workstations", "Servers of sites"],
    filterPlatform: "windows10AndLater",
    settings: updateRing,
  },
  {
    type: "windows10GeneralConfiguration",
    prefix: "WIN - Restrictions",
    topics: ["Shared devices", "Office devices"],
    filterPlatform: "windows10AndLater",
    settings: restrictions,
  },
  {
    type: "iosWiFiConfiguration",
    prefix: "IOS - Wi-Fi",
    topics: ["Head office", "Warehouse"],
    filterPlatform: "iOS",
    settings: wifi,
  },
  {
    type: "macOSEndpointProtectionConfiguration",
    prefix: "MAC - Endpoint protection",
    topics: ["FileVault", "Firewall"],
    filterPlatform: "macOS",
    settings: endpointProtection,
  },
];

export function makeDeviceConfiguration(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const kind = kinds[index % kinds.length] ?? random.pick(kinds);
  const { type, prefix, topics, filterPlatform, settings } = kind;
  const configuration = {
    "@odata.type": `#microsoft.graph.${type}`,
    id: random.guid(),
    ...stampsOf(random),
    roleScopeTagIds: scopeTagsOf(tenant),
    supportsScopeTags: true,
    deviceManagementApplicabilityRuleOsEdition: null,
    deviceManagementApplicabilityRuleOsVersion: null,
    deviceManagementApplicabilityRuleDeviceMode: null,
    description: null,
    displayName: toName(prefix, topics, Math.floor(index / kinds.length)),
    version: random.integer(1, 12),
  } satisfies GraphObject<DeviceConfiguration>;
  const extra = { source: "direct", sourceId: configuration.id, intent: "apply" };
  const assignments = makeAssignments(tenant, { policyId: configuration.id, filterPlatform, extra });
  return { ...configuration, ...settings(tenant, configuration.id), assignments };
}

function updateRing({ random }: SeedTenant): JsonObject {
  return {
    deliveryOptimizationMode: "userDefined",
    prereleaseFeatures: "userDefined",
    automaticUpdateMode: "autoInstallAtMaintenanceTime",
    microsoftUpdateServiceAllowed: true,
    driversExcluded: random.chance(30),
    qualityUpdatesDeferralPeriodInDays: random.integer(0, 14),
    featureUpdatesDeferralPeriodInDays: random.integer(0, 180),
    qualityUpdatesPaused: false,
    featureUpdatesPaused: false,
    businessReadyUpdatesOnly: "businessReadyOnly",
    skipChecksBeforeRestart: false,
    featureUpdatesRollbackWindowInDays: 10,
    deadlineForFeatureUpdatesInDays: random.integer(2, 30),
    deadlineForQualityUpdatesInDays: random.integer(1, 7),
    deadlineGracePeriodInDays: 2,
    userPauseAccess: "disabled",
    userWindowsUpdateScanAccess: "enabled",
    updateNotificationLevel: "defaultNotifications",
    allowWindows11Upgrade: true,
    installationSchedule: null,
  } satisfies GraphObject<WindowsUpdateForBusinessConfiguration>;
}

function restrictions({ random }: SeedTenant): JsonObject {
  return {
    cameraBlocked: random.chance(20),
    bluetoothBlocked: random.chance(20),
    cortanaBlocked: true,
    copyPasteBlocked: false,
    appsAllowTrustedAppsSideloading: "notConfigured",
    defenderScanMaxCpu: random.integer(20, 60),
    defenderFileExtensionsToExclude: ["bak"],
    configureTimeZone: null,
  } satisfies GraphObject<Windows10GeneralConfiguration>;
}

function wifi(): JsonObject {
  return {
    networkName: "Staff",
    ssid: "staff",
    connectAutomatically: true,
    connectWhenNetworkNameIsHidden: false,
    wiFiSecurityType: "wpa2Enterprise",
    proxySettings: "none",
    preSharedKey: null,
  } satisfies GraphObject<IosWiFiConfiguration>;
}

function endpointProtection({ random }: SeedTenant): JsonObject {
  return {
    gatekeeperAllowedAppSource: "macAppStoreAndIdentifiedDevelopers",
    gatekeeperBlockOverride: true,
    firewallEnabled: true,
    firewallBlockAllIncoming: false,
    firewallEnableStealthMode: random.chance(50),
    fileVaultEnabled: true,
    fileVaultPersonalRecoveryKeyRotationInMonths: random.integer(1, 12),
    fileVaultAllowDeferralUntilSignOut: true,
  } satisfies GraphObject<MacOSEndpointProtectionConfiguration>;
}
