import type { DeviceManagementIntent } from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

export const securityIntents = [
  defineContract<DeviceManagementIntent>({
    key: "deviceManagementIntent",
    displayName: "Endpoint security policy (legacy)",
    platformGroup: "cross_platform",
    path: "/deviceManagement/intents",
    evidence: {
      path: sure(
        "IntuneManagement, IntuneCD, Microsoft365DSC, M365Documentation, IntuneCommander, powershell-intune-samples",
      ),
      assignments: sure("IntuneCD, Microsoft365DSC, M365Documentation, IntuneCommander"),
    },
    serviceGroup: "deviceConfiguration",
    fixedOdataType: "#microsoft.graph.deviceManagementIntent",
    children: [{ path: "settings", evidence: sure("M365Documentation, Microsoft365DSC") }],
    // $expand=assignments is silently empty (graph.md 2.5).
    assignments: "get",
    meta: ["templateId", "isAssigned"],
    volatile: ["isAssigned", "isMigratingToConfigurationPolicy", "settings[].id"],
    comparison: { lists: [{ at: "settings", key: ["definitionId"] }] },
    references: usualReferences,
    risk: "high",
    permissions: configurationPermissions,
  }),
];
