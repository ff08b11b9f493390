import type {
  MicrosoftTunnelConfiguration,
  MicrosoftTunnelHealthThreshold,
  MicrosoftTunnelSite,
} from "@microsoft/microsoft-graph-types-beta";
import { scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { documented, doubtful } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

const tunnelPart = {
  platformGroup: "cross_platform",
  serviceGroup: "deviceConfiguration",
  permissions: configurationPermissions,
} as const;

export const tunnel = [
  defineContract<MicrosoftTunnelConfiguration>({
    ...tunnelPart,
    key: "microsoftTunnelConfiguration",
    displayName: "Microsoft Tunnel server configuration",
    path: "/deviceManagement/microsoftTunnelConfigurations",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.microsoftTunnelConfiguration",
    volatile: ["lastUpdateDateTime"],
    references: [scopeTagReference],
    risk: "high",
  }),
  defineContract<MicrosoftTunnelSite>({
    ...tunnelPart,
    key: "microsoftTunnelSite",
    displayName: "Microsoft Tunnel site",
    path: "/deviceManagement/microsoftTunnelSites",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.microsoftTunnelSite",
    links: [
      {
        path: "microsoftTunnelConfiguration",
        by: "path_or_expand",
        evidence: doubtful("documentation has its PATCH, the published permissions have the path; nobody reads it"),
        isMany: false,
      },
    ],
    volatile: ["upgradeAvailable"],
    references: [scopeTagReference, { to: "microsoftTunnelConfiguration", path: "microsoftTunnelConfiguration[].id" }],
    risk: "high",
  }),
  defineContract<MicrosoftTunnelHealthThreshold>({
    ...tunnelPart,
    key: "microsoftTunnelHealthThreshold",
    displayName: "Microsoft Tunnel health threshold",
    path: "/deviceManagement/microsoftTunnelHealthThresholds",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.microsoftTunnelHealthThreshold",
    // Its id names what is measured.
    nameProperty: "id",
    risk: "low",
  }),
];
