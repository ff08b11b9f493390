import type { DeviceManagementIntent } from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { configurationPermissions } from "./permissions.ts";

export const securityIntents = [
  defineContract<DeviceManagementIntent>({
    key: "deviceManagementIntent",
    displayName: "Endpoint security policy (legacy)",
    platformGroup: "cross_platform",
    path: "/deviceManagement/intents",
    serviceGroup: "deviceConfiguration",
    fixedOdataType: "#microsoft.graph.deviceManagementIntent",
    children: [{ path: "settings" }],
    // $expand=assignments is silently empty (graph.md 2.5).
    assignments: "get",
    meta: ["templateId", "isAssigned"],
    volatile: ["isAssigned", "isMigratingToConfigurationPolicy", "settings[].id"],
    references: usualReferences,
    risk: "high",
    permissions: configurationPermissions,
  }),
];
