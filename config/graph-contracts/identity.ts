import type {
  DeviceRegistrationPolicy,
  Group,
  OrganizationalBrandingLocalization,
} from "@microsoft/microsoft-graph-types-beta";
import { defineContract } from "./define-contract.ts";
import { likely, sure } from "./evidence.ts";

export const identity = [
  // Names only, and only of groups that others name: members are no Intune configuration.
  defineContract<Group>({
    key: "group",
    displayName: "Group that assignments name",
    platformGroup: "identity",
    version: "v1.0",
    path: "/groups",
    evidence: { path: sure("CIPP: POST directoryObjects/getByIds") },
    serviceGroup: "directory",
    fixedOdataType: "#microsoft.graph.group",
    read: "by_id",
    risk: "high",
    restore: "none",
    permissions: { read: ["Directory.Read.All"], write: [] },
    differs: [
      "getByIds of directory objects takes Directory.Read.All of an application; with less, groups come without their names.",
    ],
  }),
  defineContract<OrganizationalBrandingLocalization>({
    key: "organizationalBranding",
    displayName: "Sign-in branding",
    platformGroup: "identity",
    version: "v1.0",
    path: "/organization/{id}/branding/localizations",
    absentIs404: true,
    evidence: { path: sure("CIPP, IntuneManagement, IntuneCommander") },
    serviceGroup: "identity",
    fixedOdataType: "#microsoft.graph.organizationalBrandingLocalization",
    // An object's id is its language; it has no other name.
    nameProperty: null,
    volatile: [
      "cdnList",
      "backgroundImageRelativeUrl",
      "bannerLogoRelativeUrl",
      "customCSSRelativeUrl",
      "faviconRelativeUrl",
      "headerLogoRelativeUrl",
      "squareLogoRelativeUrl",
      "squareLogoDarkRelativeUrl",
    ],
    notes: ["Images are streams of their own and are not read."],
    risk: "medium",
    restore: "none",
    permissions: {
      read: ["OrganizationalBranding.Read.All", "DeviceManagementServiceConfig.Read.All"],
      write: ["OrganizationalBranding.ReadWrite.All"],
    },
    differs: ["It lies below the organisation, which has to be listed first: DeviceManagementServiceConfig.Read.All."],
  }),
  defineContract<DeviceRegistrationPolicy>({
    key: "deviceRegistrationPolicy",
    displayName: "Device registration policy",
    platformGroup: "identity",
    version: "v1.0",
    path: "/policies/deviceRegistrationPolicy",
    evidence: { path: likely("CIPP, IntuneCD, Microsoft365DSC in beta; Microsoft's v1.0 SDK") },
    serviceGroup: "identity",
    read: "singleton",
    fixedOdataType: "#microsoft.graph.deviceRegistrationPolicy",
    assignments: "inside",
    references: [
      { to: "group", path: "azureADJoin.allowedToJoin.groups[]" },
      { to: "group", path: "azureADRegistration.allowedToRegister.groups[]" },
    ],
    risk: "high",
    permissions: { read: ["Policy.Read.DeviceConfiguration"], write: ["Policy.ReadWrite.DeviceConfiguration"] },
  }),
];
