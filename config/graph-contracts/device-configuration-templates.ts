import type {
  AndroidCustomConfiguration,
  AndroidDeviceOwnerDerivedCredentialAuthenticationConfiguration,
  AndroidDeviceOwnerGeneralDeviceConfiguration,
  AndroidForWorkCustomConfiguration,
  AndroidForWorkGeneralDeviceConfiguration,
  AndroidGeneralDeviceConfiguration,
  AndroidWorkProfileCustomConfiguration,
  AndroidWorkProfileGeneralDeviceConfiguration,
  AospDeviceOwnerDeviceConfiguration,
  DeviceConfiguration,
  IosCustomConfiguration,
  IosDerivedCredentialAuthenticationConfiguration,
  IosDeviceFeaturesConfiguration,
  IosEducationDeviceConfiguration,
  IosEduDeviceConfiguration,
  IosExpeditedCheckinConfiguration,
  IosGeneralDeviceConfiguration,
  MacOSCustomAppConfiguration,
  MacOSCustomConfiguration,
  MacOSDeviceFeaturesConfiguration,
  MacOSEndpointProtectionConfiguration,
  MacOSExtensionsConfiguration,
  MacOSGeneralDeviceConfiguration,
  MacOSSoftwareUpdateConfiguration,
  Windows10CustomConfiguration,
  Windows10EndpointProtectionConfiguration,
  Windows10GeneralConfiguration,
  Windows10TeamGeneralConfiguration,
  WindowsPhone81CustomConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { byNavigationLink, configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";
import { likely } from "./evidence.ts";

const ofOmaSettings = {
  // Graph masks them; reading the clear value is a separate call that a snapshot never makes.
  secrets: [{ path: "omaSettings[].value", kind: "masked", when: { property: "isEncrypted", is: true } }],
  comparison: {
    lists: [{ at: "omaSettings", key: ["omaUri"] }],
    // Names the value at Microsoft, anew with each save.
    ignore: ["omaSettings[].secretReferenceValueId"],
  },
} as const;

export const deviceConfigurationTemplates = [
  defineContract<
    | Windows10GeneralConfiguration
    | Windows10TeamGeneralConfiguration
    | IosGeneralDeviceConfiguration
    | MacOSGeneralDeviceConfiguration
    | AndroidDeviceOwnerGeneralDeviceConfiguration
    | AndroidWorkProfileGeneralDeviceConfiguration
    | AospDeviceOwnerDeviceConfiguration
    | AndroidGeneralDeviceConfiguration
    | AndroidForWorkGeneralDeviceConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationGeneral",
    displayName: "Device restrictions",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "windows10GeneralConfiguration",
      "windows10TeamGeneralConfiguration",
      "iosGeneralDeviceConfiguration",
      "macOSGeneralDeviceConfiguration",
      "androidDeviceOwnerGeneralDeviceConfiguration",
      "androidWorkProfileGeneralDeviceConfiguration",
      "aospDeviceOwnerDeviceConfiguration",
      "androidGeneralDeviceConfiguration",
      "androidForWorkGeneralDeviceConfiguration",
    ),
    children: [
      {
        path: "privacyAccessControls",
        by: "expand",
        evidence: likely("IntuneManagement, where full metadata names the link"),
        on: ["#microsoft.graph.windows10GeneralConfiguration"],
      },
    ],
    comparison: { ignore: ["privacyAccessControls[].id"] },
    risk: "medium",
  }),
  defineContract<
    | Windows10CustomConfiguration
    | AndroidCustomConfiguration
    | AndroidForWorkCustomConfiguration
    | AndroidWorkProfileCustomConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationCustomOma",
    displayName: "Custom OMA-URI profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "windows10CustomConfiguration",
      "androidCustomConfiguration",
      "androidForWorkCustomConfiguration",
      "androidWorkProfileCustomConfiguration",
    ),
    ...ofOmaSettings,
    risk: "high",
  }),
  defineContract<IosCustomConfiguration | MacOSCustomConfiguration | MacOSCustomAppConfiguration>({
    ...configuration,
    key: "deviceConfigurationApplePayload",
    displayName: "Custom Apple profile",
    platformGroup: "apple",
    kinds: kindsOf("iosCustomConfiguration", "macOSCustomConfiguration", "macOSCustomAppConfiguration"),
    comparison: { text: [{ at: "payload", as: "plist" }] },
    notes: ["The payload is kept as it is, with whatever its author put into it."],
    risk: "medium",
  }),
  defineContract<
    Windows10EndpointProtectionConfiguration | MacOSEndpointProtectionConfiguration | MacOSExtensionsConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationEndpointProtection",
    displayName: "Endpoint protection",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "windows10EndpointProtectionConfiguration",
      "macOSEndpointProtectionConfiguration",
      "macOSExtensionsConfiguration",
    ),
    risk: "high",
  }),
  defineContract<
    | IosDeviceFeaturesConfiguration
    | MacOSDeviceFeaturesConfiguration
    | MacOSSoftwareUpdateConfiguration
    | IosEducationDeviceConfiguration
    | IosEduDeviceConfiguration
    | IosExpeditedCheckinConfiguration
    | IosDerivedCredentialAuthenticationConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationAppleFeatures",
    displayName: "Apple device features",
    platformGroup: "apple",
    kinds: kindsOf(
      "iosDeviceFeaturesConfiguration",
      "macOSDeviceFeaturesConfiguration",
      "macOSSoftwareUpdateConfiguration",
      "iosEducationDeviceConfiguration",
      "iosEduDeviceConfiguration",
      "iosExpeditedCheckinConfiguration",
      "iosDerivedCredentialAuthenticationConfiguration",
    ),
    links: [
      {
        path: "derivedCredentialSettings",
        evidence: byNavigationLink,
        on: typesOf("iosDerivedCredentialAuthenticationConfiguration"),
        isMany: false,
      },
      {
        path: "identityCertificateForClientAuthentication",
        evidence: byNavigationLink,
        on: typesOf("iosDeviceFeaturesConfiguration"),
        isMany: false,
      },
      {
        path: "singleSignOnExtensionPkinitCertificate",
        evidence: byNavigationLink,
        on: typesOf("iosDeviceFeaturesConfiguration", "macOSDeviceFeaturesConfiguration"),
        isMany: false,
      },
    ],
    references: [
      ...usualReferences,
      { to: "derivedCredential", path: "derivedCredentialSettings[].id" },
      { to: "deviceConfigurationScepPkcs", path: "identityCertificateForClientAuthentication[].id" },
      { to: "deviceConfigurationScepPkcs", path: "singleSignOnExtensionPkinitCertificate[].id" },
    ],
    risk: "medium",
  }),
  defineContract<
    | DeviceConfiguration
    | AndroidDeviceOwnerDerivedCredentialAuthenticationConfiguration
    | WindowsPhone81CustomConfiguration
  >({
    ...configuration,
    key: "deviceConfiguration",
    displayName: "Device configuration of another kind",
    platformGroup: "cross_platform",
    kinds: { by: "rest" },
    links: [
      {
        path: "derivedCredentialSettings",
        evidence: byNavigationLink,
        on: typesOf("androidDeviceOwnerDerivedCredentialAuthenticationConfiguration"),
        isMany: false,
      },
    ],
    // Of Windows Phone 8.1.
    ...ofOmaSettings,
    references: [...usualReferences, { to: "derivedCredential", path: "derivedCredentialSettings[].id" }],
    risk: "medium",
    restore: "none",
  }),
];
