import type {
  HardwarePasswordDetail,
  HardwarePasswordInfo,
  UserPFXCertificate,
} from "@microsoft/microsoft-graph-types-beta";
import { defineContract } from "./define-contract.ts";
import { likely } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

const secret = {
  platformGroup: "windows",
  serviceGroup: "deviceConfiguration",
  read: "never",
  restore: "none",
  risk: "high",
  permissions: { read: configurationPermissions.read, write: [] },
} as const;

const passwords = "BIOS passwords of devices in clear text: they are never read and never stored.";

/** Secrets through and through: the contracts exist so that nobody reads them by accident, and to say why. */
export const neverRead = [
  defineContract<HardwarePasswordDetail>({
    ...secret,
    key: "hardwarePasswordDetail",
    displayName: "BIOS password",
    path: "/deviceManagement/hardwarePasswordDetails",
    evidence: { path: likely("documentation; never asked") },
    nameProperty: "serialNumber",
    secrets: [
      { path: "currentPassword", kind: "never_snapshot" },
      { path: "previousPasswords", kind: "never_snapshot" },
    ],
    snapshot: { none: passwords },
    differs: ["The published permissions do not list this path; it is never read."],
  }),
  defineContract<HardwarePasswordInfo>({
    ...secret,
    key: "hardwarePasswordInfo",
    displayName: "BIOS password (older)",
    path: "/deviceManagement/hardwarePasswordInfo",
    evidence: { path: likely("documentation; never asked") },
    nameProperty: "serialNumber",
    secrets: [
      { path: "currentPassword", kind: "never_snapshot" },
      { path: "previousPasswords", kind: "never_snapshot" },
    ],
    snapshot: { none: passwords },
  }),
  defineContract<UserPFXCertificate>({
    ...secret,
    key: "userPfxCertificate",
    displayName: "Imported user certificate (PFX)",
    path: "/deviceManagement/userPfxCertificates",
    evidence: { path: likely("documentation; never asked") },
    nameProperty: "userPrincipalName",
    secrets: [
      { path: "encryptedPfxBlob", kind: "never_snapshot" },
      { path: "encryptedPfxPassword", kind: "never_snapshot" },
    ],
    snapshot: { none: "Private keys of people with their passwords: they are never read and never stored." },
  }),
];
