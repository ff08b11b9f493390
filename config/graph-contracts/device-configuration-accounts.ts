import type {
  AndroidDeviceOwnerVpnConfiguration,
  AndroidEasEmailProfileConfiguration,
  AndroidForWorkGmailEasConfiguration,
  AndroidForWorkNineWorkEasConfiguration,
  AndroidForWorkVpnConfiguration,
  AndroidVpnConfiguration,
  AndroidWorkProfileGmailEasConfiguration,
  AndroidWorkProfileNineWorkEasConfiguration,
  AndroidWorkProfileVpnConfiguration,
  IosEasEmailProfileConfiguration,
  IosikEv2VpnConfiguration,
  IosVpnConfiguration,
  MacOSVpnConfiguration,
  Windows10EasEmailProfileConfiguration,
  Windows10VpnConfiguration,
  Windows81VpnConfiguration,
  WindowsPhone81VpnConfiguration,
  WindowsPhoneEASEmailProfileConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { byNavigationLink, configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";

export const deviceConfigurationAccounts = [
  defineContract<
    | AndroidDeviceOwnerVpnConfiguration
    | AndroidForWorkVpnConfiguration
    | AndroidVpnConfiguration
    | AndroidWorkProfileVpnConfiguration
    | IosVpnConfiguration
    | IosikEv2VpnConfiguration
    | MacOSVpnConfiguration
    | Windows10VpnConfiguration
    | Windows81VpnConfiguration
    | WindowsPhone81VpnConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationVpn",
    displayName: "VPN profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidDeviceOwnerVpnConfiguration",
      "androidForWorkVpnConfiguration",
      "androidVpnConfiguration",
      "androidWorkProfileVpnConfiguration",
      "iosVpnConfiguration",
      "iosikEv2VpnConfiguration",
      "macOSVpnConfiguration",
      "windows10VpnConfiguration",
      "windows81VpnConfiguration",
      "windowsPhone81VpnConfiguration",
    ),
    links: [
      {
        path: "derivedCredentialSettings",
        evidence: byNavigationLink,
        on: typesOf("androidDeviceOwnerVpnConfiguration", "iosVpnConfiguration", "iosikEv2VpnConfiguration"),
        isMany: false,
      },
      {
        path: "identityCertificate",
        evidence: byNavigationLink,
        on: typesOf(
          "androidDeviceOwnerVpnConfiguration",
          "androidForWorkVpnConfiguration",
          "androidVpnConfiguration",
          "androidWorkProfileVpnConfiguration",
          "iosVpnConfiguration",
          "iosikEv2VpnConfiguration",
          "macOSVpnConfiguration",
          "windows10VpnConfiguration",
          "windowsPhone81VpnConfiguration",
        ),
        isMany: false,
      },
    ],
    references: [
      ...usualReferences,
      { to: "derivedCredential", path: "derivedCredentialSettings[].id" },
      { to: "deviceConfigurationScepPkcs", path: "identityCertificate[].id" },
    ],
    secrets: [{ path: "sharedSecret", kind: "never_snapshot" }],
    notes: [notes.token],
    risk: "high",
  }),
  defineContract<
    | AndroidEasEmailProfileConfiguration
    | AndroidForWorkGmailEasConfiguration
    | AndroidForWorkNineWorkEasConfiguration
    | AndroidWorkProfileGmailEasConfiguration
    | AndroidWorkProfileNineWorkEasConfiguration
    | IosEasEmailProfileConfiguration
    | Windows10EasEmailProfileConfiguration
    | WindowsPhoneEASEmailProfileConfiguration
  >({
    ...configuration,
    key: "deviceConfigurationEmail",
    displayName: "E-mail profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidEasEmailProfileConfiguration",
      "androidForWorkGmailEasConfiguration",
      "androidForWorkNineWorkEasConfiguration",
      "androidWorkProfileGmailEasConfiguration",
      "androidWorkProfileNineWorkEasConfiguration",
      "iosEasEmailProfileConfiguration",
      "windows10EasEmailProfileConfiguration",
      "windowsPhoneEASEmailProfileConfiguration",
    ),
    links: [
      {
        path: "derivedCredentialSettings",
        evidence: byNavigationLink,
        on: typesOf("iosEasEmailProfileConfiguration"),
        isMany: false,
      },
      {
        path: "identityCertificate",
        evidence: byNavigationLink,
        on: typesOf(
          "androidEasEmailProfileConfiguration",
          "androidForWorkGmailEasConfiguration",
          "androidForWorkNineWorkEasConfiguration",
          "androidWorkProfileGmailEasConfiguration",
          "androidWorkProfileNineWorkEasConfiguration",
          "iosEasEmailProfileConfiguration",
        ),
        isMany: false,
      },
      {
        path: "smimeEncryptionCertificate",
        evidence: byNavigationLink,
        on: typesOf("iosEasEmailProfileConfiguration"),
        isMany: false,
      },
      {
        path: "smimeSigningCertificate",
        evidence: byNavigationLink,
        on: typesOf("androidEasEmailProfileConfiguration", "iosEasEmailProfileConfiguration"),
        isMany: false,
      },
    ],
    references: [
      ...usualReferences,
      { to: "derivedCredential", path: "derivedCredentialSettings[].id" },
      { to: "deviceConfigurationScepPkcs", path: "identityCertificate[].id" },
      { to: "deviceConfigurationScepPkcs", path: "smimeEncryptionCertificate[].id" },
      { to: "deviceConfigurationScepPkcs", path: "smimeSigningCertificate[].id" },
    ],
    risk: "medium",
  }),
];
