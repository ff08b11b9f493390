import type { EmbeddedSIMActivationCodePool, HardwareConfiguration } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { documented, likely, sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

export const hardware = [
  defineContract<HardwareConfiguration>({
    key: "hardwareConfiguration",
    displayName: "BIOS configuration",
    platformGroup: "windows",
    path: "/deviceManagement/hardwareConfigurations",
    evidence: {
      path: sure("IntuneManagement"),
      assignments: likely("documentation; IntuneManagement by $expand on the object"),
    },
    serviceGroup: "deviceConfiguration",
    fixedOdataType: "#microsoft.graph.hardwareConfiguration",
    // The file is null in lists and comes with the single GET only.
    detail: "get",
    assignments: "get",
    platform: { constant: "windows10" },
    meta: ["fileName", "version"],
    volatile: ["version"],
    // The file may set a BIOS password.
    secrets: [{ path: "configurationFileContent", kind: "masked" }],
    references: usualReferences,
    risk: "high",
    permissions: configurationPermissions,
  }),
  defineContract<EmbeddedSIMActivationCodePool>({
    key: "embeddedSimActivationCodePool",
    displayName: "eSIM activation code pool",
    platformGroup: "windows",
    path: "/deviceManagement/embeddedSIMActivationCodePools",
    evidence: { path: documented, assignments: documented },
    serviceGroup: "deviceConfiguration",
    fixedOdataType: "#microsoft.graph.embeddedSIMActivationCodePool",
    assignments: "get",
    platform: { constant: "windows10" },
    meta: ["activationCodeCount"],
    volatile: ["activationCodeCount", "modifiedDateTime"],
    secrets: [{ path: "activationCodes", kind: "never_snapshot" }],
    references: assignedReferences,
    notes: ["Activation codes can be put in, and never read."],
    restore: "none",
    risk: "medium",
    permissions: configurationPermissions,
  }),
];
