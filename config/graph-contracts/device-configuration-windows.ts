import type {
  EditionUpgradeConfiguration,
  SharedPCConfiguration,
  Windows10DeviceFirmwareConfigurationInterface,
  Windows10NetworkBoundaryConfiguration,
  Windows10SecureAssessmentConfiguration,
  WindowsDefenderAdvancedThreatProtectionConfiguration,
  WindowsDeliveryOptimizationConfiguration,
  WindowsDomainJoinConfiguration,
  WindowsHealthMonitoringConfiguration,
  WindowsIdentityProtectionConfiguration,
  WindowsKioskConfiguration,
  WindowsUpdateForBusinessConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";
import { doubtful } from "./evidence.ts";

/** Not in Microsoft's package of types yet. */
type WindowsZtdnsConfiguration = {
  readonly rootCertificatesForClientValidation?: unknown;
  readonly rootCertificatesForServerValidation?: unknown;
};

const unread = {
  by: "path_or_expand",
  evidence: doubtful("metadata alone; not in the published permissions"),
} as const;

export const deviceConfigurationWindows = [
  defineContract<WindowsDefenderAdvancedThreatProtectionConfiguration>({
    ...configuration,
    key: "deviceConfigurationDefenderOnboarding",
    displayName: "Defender for Endpoint onboarding",
    platformGroup: "windows",
    kinds: kindsOf("windowsDefenderAdvancedThreatProtectionConfiguration"),
    platform: { constant: "windows10" },
    comparison: {
      // The files that connect a device to the tenant's own Defender.
      tenantBound: [
        "advancedThreatProtectionOnboardingBlob",
        "advancedThreatProtectionOnboardingFilename",
        "advancedThreatProtectionOffboardingBlob",
        "advancedThreatProtectionOffboardingFilename",
      ],
    },
    notes: [notes.bound],
    risk: "high",
  }),
  defineContract<WindowsKioskConfiguration | Windows10SecureAssessmentConfiguration>({
    ...configuration,
    key: "deviceConfigurationKiosk",
    displayName: "Kiosk",
    platformGroup: "windows",
    kinds: kindsOf("windowsKioskConfiguration", "windows10SecureAssessmentConfiguration"),
    platform: { constant: "windows10" },
    // Whoever makes a profile draws its id.
    comparison: { tenantBound: ["kioskProfiles[].profileId"] },
    references: [...usualReferences, { to: "group", path: "kioskProfiles[].userAccountsConfiguration[].groupId" }],
    risk: "high",
  }),
  defineContract<WindowsDomainJoinConfiguration>({
    ...configuration,
    key: "deviceConfigurationDomainJoin",
    displayName: "Domain join",
    platformGroup: "windows",
    kinds: kindsOf("windowsDomainJoinConfiguration"),
    links: [
      {
        path: "networkAccessConfigurations",
        by: "path_or_expand",
        evidence: doubtful("documentation; with a key behind it the path has no route (microsoft-graph-docs 5919)"),
        on: typesOf("windowsDomainJoinConfiguration"),
        isMany: true,
      },
    ],
    comparison: { tenantBound: ["networkAccessConfigurations[].id"] },
    platform: { constant: "windows10" },
    risk: "high",
  }),
  defineContract<EditionUpgradeConfiguration>({
    ...configuration,
    key: "deviceConfigurationEditionUpgrade",
    displayName: "Edition upgrade",
    platformGroup: "windows",
    kinds: kindsOf("editionUpgradeConfiguration"),
    platform: { constant: "windows10" },
    secrets: [{ path: "productKey", kind: "masked" }],
    risk: "high",
  }),
  defineContract<
    | WindowsDeliveryOptimizationConfiguration
    | WindowsIdentityProtectionConfiguration
    | WindowsHealthMonitoringConfiguration
    | Windows10NetworkBoundaryConfiguration
    | SharedPCConfiguration
    | Windows10DeviceFirmwareConfigurationInterface
    | WindowsZtdnsConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationWindowsOther",
    displayName: "Windows template",
    platformGroup: "windows",
    kinds: kindsOf(
      "windowsDeliveryOptimizationConfiguration",
      "windowsIdentityProtectionConfiguration",
      "windowsHealthMonitoringConfiguration",
      "windows10NetworkBoundaryConfiguration",
      "sharedPCConfiguration",
      "windows10DeviceFirmwareConfigurationInterface",
      "windowsZtdnsConfiguration",
    ),
    links: [
      {
        path: "rootCertificatesForClientValidation",
        ...unread,
        on: typesOf("windowsZtdnsConfiguration"),
        isMany: true,
      },
      {
        path: "rootCertificatesForServerValidation",
        ...unread,
        on: typesOf("windowsZtdnsConfiguration"),
        isMany: true,
      },
    ],
    references: [
      ...usualReferences,
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificatesForClientValidation[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificatesForServerValidation[].id" },
    ],
    platform: { constant: "windows10" },
    risk: "medium",
  }),
  defineContract<WindowsUpdateForBusinessConfiguration>({
    ...configuration,
    key: "windowsUpdateRing",
    displayName: "Windows update ring",
    platformGroup: "windows",
    kinds: kindsOf("windowsUpdateForBusinessConfiguration"),
    platform: { constant: "windows10" },
    // Pauses and rollbacks are a state of the moment (graph.md 2.7).
    volatile: [
      ...configuration.volatile,
      "qualityUpdatesPauseStartDate",
      "featureUpdatesPauseStartDate",
      "qualityUpdatesWillBeRolledBack",
      "featureUpdatesWillBeRolledBack",
      "qualityUpdatesPauseExpiryDateTime",
      "featureUpdatesPauseExpiryDateTime",
      "qualityUpdatesRollbackStartDateTime",
      "featureUpdatesRollbackStartDateTime",
    ],
    risk: "high",
  }),
];
