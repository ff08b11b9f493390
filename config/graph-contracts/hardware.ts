import type { HardwareConfiguration } from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { configurationPermissions } from "./permissions.ts";

export const hardware = [
  defineContract<HardwareConfiguration>({
    key: "hardwareConfiguration",
    displayName: "BIOS configuration",
    platformGroup: "windows",
    path: "/deviceManagement/hardwareConfigurations",
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
];
