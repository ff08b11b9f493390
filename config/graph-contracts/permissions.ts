type Permissions = { readonly read: string[]; readonly write: string[] };

/** The least that reads and the least that writes an area of Intune. */
function ofArea(area: string): Permissions {
  return { read: [`${area}.Read.All`], write: [`${area}.ReadWrite.All`] };
}

export const configurationPermissions = ofArea("DeviceManagementConfiguration");
export const appPermissions = ofArea("DeviceManagementApps");
export const servicePermissions = ofArea("DeviceManagementServiceConfig");
export const rolePermissions = ofArea("DeviceManagementRBAC");
// Scripts have permissions of their own (azure-services.md 36).
export const scriptPermissions = ofArea("DeviceManagementScripts");
export const cloudPcPermissions = ofArea("CloudPC");
