import type {
  AndroidDeviceOwnerEnterpriseWiFiConfiguration,
  AndroidDeviceOwnerWiFiConfiguration,
  AndroidEnterpriseWiFiConfiguration,
  AndroidForWorkEnterpriseWiFiConfiguration,
  AndroidForWorkWiFiConfiguration,
  AndroidWiFiConfiguration,
  AndroidWorkProfileEnterpriseWiFiConfiguration,
  AndroidWorkProfileWiFiConfiguration,
  AospDeviceOwnerEnterpriseWiFiConfiguration,
  AospDeviceOwnerWiFiConfiguration,
  IosEnterpriseWiFiConfiguration,
  IosWiFiConfiguration,
  IosWiredNetworkConfiguration,
  MacOSEnterpriseWiFiConfiguration,
  MacOSWiFiConfiguration,
  MacOSWiredNetworkConfiguration,
  Windows81WifiImportConfiguration,
  WindowsWifiConfiguration,
  WindowsWifiEnterpriseEAPConfiguration,
  WindowsWiredNetworkConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";

export const deviceConfigurationNetworks = [
  defineContract<
    | AndroidDeviceOwnerEnterpriseWiFiConfiguration
    | AndroidDeviceOwnerWiFiConfiguration
    | AndroidEnterpriseWiFiConfiguration
    | AndroidForWorkEnterpriseWiFiConfiguration
    | AndroidForWorkWiFiConfiguration
    | AndroidWiFiConfiguration
    | AndroidWorkProfileEnterpriseWiFiConfiguration
    | AndroidWorkProfileWiFiConfiguration
    | AospDeviceOwnerEnterpriseWiFiConfiguration
    | AospDeviceOwnerWiFiConfiguration
    | IosEnterpriseWiFiConfiguration
    | IosWiFiConfiguration
    | MacOSEnterpriseWiFiConfiguration
    | MacOSWiFiConfiguration
    | WindowsWifiConfiguration
    | WindowsWifiEnterpriseEAPConfiguration
    | Windows81WifiImportConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationWifi",
    displayName: "Wi-Fi profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidDeviceOwnerEnterpriseWiFiConfiguration",
      "androidDeviceOwnerWiFiConfiguration",
      "androidEnterpriseWiFiConfiguration",
      "androidForWorkEnterpriseWiFiConfiguration",
      "androidForWorkWiFiConfiguration",
      "androidWiFiConfiguration",
      "androidWorkProfileEnterpriseWiFiConfiguration",
      "androidWorkProfileWiFiConfiguration",
      "aospDeviceOwnerEnterpriseWiFiConfiguration",
      "aospDeviceOwnerWiFiConfiguration",
      "iosEnterpriseWiFiConfiguration",
      "iosWiFiConfiguration",
      "macOSEnterpriseWiFiConfiguration",
      "macOSWiFiConfiguration",
      "windowsWifiConfiguration",
      "windowsWifiEnterpriseEAPConfiguration",
      "windows81WifiImportConfiguration",
    ),
    links: [
      {
        path: "derivedCredentialSettings",
        on: typesOf("androidDeviceOwnerEnterpriseWiFiConfiguration", "iosEnterpriseWiFiConfiguration"),
        isMany: false,
      },
      {
        path: "identityCertificateForClientAuthentication",
        on: typesOf(
          "androidDeviceOwnerEnterpriseWiFiConfiguration",
          "androidEnterpriseWiFiConfiguration",
          "androidForWorkEnterpriseWiFiConfiguration",
          "androidWorkProfileEnterpriseWiFiConfiguration",
          "aospDeviceOwnerEnterpriseWiFiConfiguration",
          "iosEnterpriseWiFiConfiguration",
          "macOSEnterpriseWiFiConfiguration",
          "windowsWifiEnterpriseEAPConfiguration",
        ),
        isMany: false,
      },
      {
        path: "rootCertificateForClientValidation",
        on: typesOf("windowsWifiEnterpriseEAPConfiguration"),
        isMany: false,
      },
      {
        path: "rootCertificateForServerValidation",
        on: typesOf(
          "androidDeviceOwnerEnterpriseWiFiConfiguration",
          "androidEnterpriseWiFiConfiguration",
          "androidForWorkEnterpriseWiFiConfiguration",
          "androidWorkProfileEnterpriseWiFiConfiguration",
          "aospDeviceOwnerEnterpriseWiFiConfiguration",
          "macOSEnterpriseWiFiConfiguration",
        ),
        isMany: false,
      },
      {
        path: "rootCertificatesForServerValidation",
        on: typesOf(
          "androidDeviceOwnerEnterpriseWiFiConfiguration",
          "iosEnterpriseWiFiConfiguration",
          "macOSEnterpriseWiFiConfiguration",
          "windowsWifiEnterpriseEAPConfiguration",
        ),
        isMany: true,
      },
    ],
    references: [
      ...usualReferences,
      { to: "derivedCredential", path: "derivedCredentialSettings[].id" },
      { to: "deviceConfigurationScepPkcs", path: "identityCertificateForClientAuthentication[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificateForClientValidation[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificateForServerValidation[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificatesForServerValidation[].id" },
    ],
    secrets: [{ path: "preSharedKey", kind: "never_snapshot" }],
    notes: [notes.token],
    risk: "high",
  }),
  defineContract<IosWiredNetworkConfiguration | MacOSWiredNetworkConfiguration | WindowsWiredNetworkConfiguration>({
    ...configuration,
    key: "deviceConfigurationWired",
    displayName: "Wired network profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "iosWiredNetworkConfiguration",
      "macOSWiredNetworkConfiguration",
      "windowsWiredNetworkConfiguration",
    ),
    links: [
      {
        path: "identityCertificateForClientAuthentication",
        on: typesOf(
          "iosWiredNetworkConfiguration",
          "macOSWiredNetworkConfiguration",
          "windowsWiredNetworkConfiguration",
        ),
        isMany: false,
      },
      { path: "rootCertificateForClientValidation", on: typesOf("windowsWiredNetworkConfiguration"), isMany: false },
      {
        path: "rootCertificateForServerValidation",
        on: typesOf("iosWiredNetworkConfiguration", "macOSWiredNetworkConfiguration"),
        isMany: false,
      },
      { path: "rootCertificatesForServerValidation", on: typesOf("windowsWiredNetworkConfiguration"), isMany: true },
      {
        path: "secondaryIdentityCertificateForClientAuthentication",
        on: typesOf("windowsWiredNetworkConfiguration"),
        isMany: false,
      },
      {
        path: "secondaryRootCertificateForClientValidation",
        on: typesOf("windowsWiredNetworkConfiguration"),
        isMany: false,
      },
    ],
    references: [
      ...usualReferences,
      { to: "deviceConfigurationScepPkcs", path: "identityCertificateForClientAuthentication[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificateForClientValidation[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificateForServerValidation[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "rootCertificatesForServerValidation[].id" },
      { to: "deviceConfigurationScepPkcs", path: "secondaryIdentityCertificateForClientAuthentication[].id" },
      { to: "deviceConfigurationTrustedRoot", path: "secondaryRootCertificateForClientValidation[].id" },
    ],
    risk: "high",
  }),
];
