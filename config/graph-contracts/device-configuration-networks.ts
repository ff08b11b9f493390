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
import { byNavigationLink, configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";
import { likely, sure } from "./evidence.ts";

const inUse = sure("Microsoft365DSC");

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
        evidence: byNavigationLink,
        on: typesOf("androidDeviceOwnerEnterpriseWiFiConfiguration", "iosEnterpriseWiFiConfiguration"),
        isMany: false,
      },
      {
        path: "identityCertificateForClientAuthentication",
        evidence: byNavigationLink,
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
        evidence: byNavigationLink,
        on: typesOf("windowsWifiEnterpriseEAPConfiguration"),
        isMany: false,
      },
      {
        path: "rootCertificateForServerValidation",
        evidence: byNavigationLink,
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
        evidence: byNavigationLink,
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
        evidence: likely("Microsoft365DSC for Windows; IntuneManagement by the link that Graph names"),
        on: typesOf(
          "iosWiredNetworkConfiguration",
          "macOSWiredNetworkConfiguration",
          "windowsWiredNetworkConfiguration",
        ),
        isMany: false,
      },
      {
        path: "rootCertificateForClientValidation",
        evidence: inUse,
        on: typesOf("windowsWiredNetworkConfiguration"),
        isMany: false,
      },
      {
        path: "rootCertificateForServerValidation",
        evidence: byNavigationLink,
        on: typesOf("iosWiredNetworkConfiguration", "macOSWiredNetworkConfiguration"),
        isMany: false,
      },
      {
        path: "rootCertificatesForServerValidation",
        evidence: inUse,
        on: typesOf("windowsWiredNetworkConfiguration"),
        isMany: true,
      },
      {
        path: "secondaryIdentityCertificateForClientAuthentication",
        evidence: inUse,
        on: typesOf("windowsWiredNetworkConfiguration"),
        isMany: false,
      },
      {
        path: "secondaryRootCertificateForClientValidation",
        evidence: inUse,
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
