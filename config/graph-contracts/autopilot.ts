import type {
  ActiveDirectoryWindowsAutopilotDeploymentProfile,
  WindowsAutopilotDeploymentProfile,
  WindowsAutopilotDeviceIdentity,
  WindowsAutopilotSettings,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { documented, doubtful, sure } from "./evidence.ts";
import { servicePermissions } from "./permissions.ts";

const autopilot = {
  platformGroup: "windows",
  serviceGroup: "enrollment",
  platform: { constant: "windows10" },
  permissions: servicePermissions,
} as const;

export const windowsAutopilot = [
  defineContract<WindowsAutopilotDeploymentProfile | ActiveDirectoryWindowsAutopilotDeploymentProfile>({
    ...autopilot,
    key: "windowsAutopilotDeploymentProfile",
    displayName: "Autopilot deployment profile",
    path: "/deviceManagement/windowsAutopilotDeploymentProfiles",
    evidence: {
      path: sure(
        "IntuneManagement, CIPP, IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, terraform-provider-microsoft365, IntuneTools",
      ),
      assignments: sure(
        "CIPP, IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, terraform-provider-microsoft365, IntuneTools, M365Documentation",
      ),
    },
    assignments: "get",
    links: [
      {
        path: "domainJoinConfiguration",
        by: "path_or_expand",
        evidence: doubtful("metadata; Microsoft365DSC leaves it out, and no other way is known"),
        on: ["#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile"],
        isMany: false,
      },
    ],
    // Old names of properties that Graph gives twice.
    volatile: [
      "managementServiceAppId",
      "enableWhiteGlove",
      "extractHardwareHash",
      "language",
      "outOfBoxExperienceSettings",
    ],
    references: [...usualReferences, { to: "deviceConfigurationDomainJoin", path: "domainJoinConfiguration[].id" }],
    risk: "high",
  }),
  defineContract<WindowsAutopilotDeviceIdentity>({
    ...autopilot,
    key: "windowsAutopilotDeviceIdentity",
    displayName: "Autopilot device",
    path: "/deviceManagement/windowsAutopilotDeviceIdentities",
    evidence: { path: sure("CIPP, IntuneCD, entra-intune-backup") },
    fixedOdataType: "#microsoft.graph.windowsAutopilotDeviceIdentity",
    assignments: "inside",
    meta: ["groupTag", "manufacturer", "model"],
    volatile: ["lastContactedDateTime", "enrollmentState", "deploymentProfileAssignmentStatus"],
    snapshot: { none: "Devices are no configuration: the inventory shows them." },
    restore: "none",
    risk: "high",
  }),
  defineContract<WindowsAutopilotSettings>({
    ...autopilot,
    key: "windowsAutopilotSettings",
    displayName: "Autopilot synchronisation",
    path: "/deviceManagement/windowsAutopilotSettings",
    evidence: { path: documented },
    read: "singleton",
    fixedOdataType: "#microsoft.graph.windowsAutopilotSettings",
    nameProperty: null,
    meta: ["syncStatus"],
    volatile: ["lastManualSyncTriggerDateTime", "lastSyncDateTime", "syncStatus"],
    restore: "none",
    risk: "low",
  }),
];
