export const licences = {
  windowsEnterprise: "Windows E3 or E5",
  windows365: "Windows 365",
  entraP1: "Microsoft Entra ID P1",
  intune: "Microsoft Intune",
} as const;

export const notes = {
  content: "Installation files and their keys are never returned by Microsoft Graph.",
  bound: "It is bound to this tenant and cannot be written into another.",
  token: "Its token or password is taken out before anything is stored.",
} as const;

export const differs = {
  byArea: "The published permissions do not list this path; these are those of its area.",
  scripts:
    "The published permissions name DeviceManagementConfiguration; the service asks for DeviceManagementScripts.",
  conditionalAccess:
    "The published list stars Policy.Read.All for writing; a write needs what the contract names beside it.",
} as const;
