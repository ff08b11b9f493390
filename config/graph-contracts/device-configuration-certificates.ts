import type {
  AndroidDeviceOwnerImportedPFXCertificateProfile,
  AndroidDeviceOwnerPkcsCertificateProfile,
  AndroidDeviceOwnerScepCertificateProfile,
  AndroidDeviceOwnerTrustedRootCertificate,
  AndroidForWorkImportedPFXCertificateProfile,
  AndroidForWorkPkcsCertificateProfile,
  AndroidForWorkScepCertificateProfile,
  AndroidForWorkTrustedRootCertificate,
  AndroidImportedPFXCertificateProfile,
  AndroidPkcsCertificateProfile,
  AndroidScepCertificateProfile,
  AndroidTrustedRootCertificate,
  AndroidWorkProfilePkcsCertificateProfile,
  AndroidWorkProfileScepCertificateProfile,
  AndroidWorkProfileTrustedRootCertificate,
  AospDeviceOwnerPkcsCertificateProfile,
  AospDeviceOwnerScepCertificateProfile,
  AospDeviceOwnerTrustedRootCertificate,
  IosImportedPFXCertificateProfile,
  IosPkcsCertificateProfile,
  IosScepCertificateProfile,
  IosTrustedRootCertificate,
  IosUpdateConfiguration,
  MacOSImportedPFXCertificateProfile,
  MacOSPkcsCertificateProfile,
  MacOSScepCertificateProfile,
  MacOSTrustedRootCertificate,
  Windows10ImportedPFXCertificateProfile,
  Windows10PFXImportCertificateProfile,
  Windows10PkcsCertificateProfile,
  Windows81SCEPCertificateProfile,
  Windows81TrustedRootCertificate,
  WindowsPhone81ImportedPFXCertificateProfile,
  WindowsPhone81SCEPCertificateProfile,
  WindowsPhone81TrustedRootCertificate,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { configuration, kindsOf, typesOf } from "./device-configuration-collection.ts";
import { likely } from "./evidence.ts";

export const deviceConfigurationCertificates = [
  defineContract<
    | AndroidDeviceOwnerTrustedRootCertificate
    | AndroidForWorkTrustedRootCertificate
    | AndroidTrustedRootCertificate
    | AndroidWorkProfileTrustedRootCertificate
    | AospDeviceOwnerTrustedRootCertificate
    | IosTrustedRootCertificate
    | MacOSTrustedRootCertificate
    | Windows81TrustedRootCertificate
    | WindowsPhone81TrustedRootCertificate
  >({
    ...configuration,
    key: "deviceConfigurationTrustedRoot",
    displayName: "Trusted root certificate",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidDeviceOwnerTrustedRootCertificate",
      "androidForWorkTrustedRootCertificate",
      "androidTrustedRootCertificate",
      "androidWorkProfileTrustedRootCertificate",
      "aospDeviceOwnerTrustedRootCertificate",
      "iosTrustedRootCertificate",
      "macOSTrustedRootCertificate",
      "windows81TrustedRootCertificate",
      "windowsPhone81TrustedRootCertificate",
    ),
    risk: "high",
  }),
  defineContract<
    | AndroidDeviceOwnerScepCertificateProfile
    | AndroidForWorkScepCertificateProfile
    | AndroidScepCertificateProfile
    | AndroidWorkProfileScepCertificateProfile
    | AospDeviceOwnerScepCertificateProfile
    | IosScepCertificateProfile
    | MacOSScepCertificateProfile
    | Windows81SCEPCertificateProfile
    | WindowsPhone81SCEPCertificateProfile
    | AndroidDeviceOwnerPkcsCertificateProfile
    | AndroidForWorkPkcsCertificateProfile
    | AndroidPkcsCertificateProfile
    | AndroidWorkProfilePkcsCertificateProfile
    | AospDeviceOwnerPkcsCertificateProfile
    | IosPkcsCertificateProfile
    | MacOSPkcsCertificateProfile
    | Windows10PkcsCertificateProfile
    | AndroidDeviceOwnerImportedPFXCertificateProfile
    | AndroidForWorkImportedPFXCertificateProfile
    | AndroidImportedPFXCertificateProfile
    | IosImportedPFXCertificateProfile
    | MacOSImportedPFXCertificateProfile
    | Windows10ImportedPFXCertificateProfile
    | Windows10PFXImportCertificateProfile
    | WindowsPhone81ImportedPFXCertificateProfile
  >({
    ...configuration,
    key: "deviceConfigurationScepPkcs",
    displayName: "Certificate profile",
    platformGroup: "cross_platform",
    kinds: kindsOf(
      "androidDeviceOwnerScepCertificateProfile",
      "androidForWorkScepCertificateProfile",
      "androidScepCertificateProfile",
      "androidWorkProfileScepCertificateProfile",
      "aospDeviceOwnerScepCertificateProfile",
      "iosScepCertificateProfile",
      "macOSScepCertificateProfile",
      "windows81SCEPCertificateProfile",
      "windowsPhone81SCEPCertificateProfile",
      "androidDeviceOwnerPkcsCertificateProfile",
      "androidForWorkPkcsCertificateProfile",
      "androidPkcsCertificateProfile",
      "androidWorkProfilePkcsCertificateProfile",
      "aospDeviceOwnerPkcsCertificateProfile",
      "iosPkcsCertificateProfile",
      "macOSPkcsCertificateProfile",
      "windows10PkcsCertificateProfile",
      "androidDeviceOwnerImportedPFXCertificateProfile",
      "androidForWorkImportedPFXCertificateProfile",
      "androidImportedPFXCertificateProfile",
      "iosImportedPFXCertificateProfile",
      "macOSImportedPFXCertificateProfile",
      "windows10ImportedPFXCertificateProfile",
      "windows10PFXImportCertificateProfile",
      "windowsPhone81ImportedPFXCertificateProfile",
    ),
    links: [
      {
        path: "rootCertificate",
        evidence: likely(
          "Microsoft365DSC for windows81SCEPCertificateProfile; IntuneManagement by the link that Graph names",
        ),
        on: typesOf(
          "androidDeviceOwnerScepCertificateProfile",
          "androidForWorkScepCertificateProfile",
          "androidScepCertificateProfile",
          "androidWorkProfileScepCertificateProfile",
          "aospDeviceOwnerScepCertificateProfile",
          "iosScepCertificateProfile",
          "macOSScepCertificateProfile",
          "windows81SCEPCertificateProfile",
          "windowsPhone81SCEPCertificateProfile",
          "androidDeviceOwnerPkcsCertificateProfile",
          "androidForWorkPkcsCertificateProfile",
          "androidPkcsCertificateProfile",
          "androidWorkProfilePkcsCertificateProfile",
          "aospDeviceOwnerPkcsCertificateProfile",
          "androidDeviceOwnerImportedPFXCertificateProfile",
          "androidForWorkImportedPFXCertificateProfile",
          "androidImportedPFXCertificateProfile",
        ),
        isMany: false,
      },
    ],
    references: [...usualReferences, { to: "deviceConfigurationTrustedRoot", path: "rootCertificate[].id" }],
    risk: "high",
  }),
  defineContract<IosUpdateConfiguration>({
    ...configuration,
    key: "appleUpdatePolicy",
    displayName: "iOS update policy",
    platformGroup: "apple",
    kinds: kindsOf("iosUpdateConfiguration"),
    platform: { constant: "iOS" },
    risk: "medium",
  }),
];
