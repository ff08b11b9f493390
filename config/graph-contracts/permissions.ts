type Permissions = { readonly read: string[]; readonly write: string[] };

/** The least that reads and the least that writes an area of Intune. */
function permissionsOf(area: string): Permissions {
  return { read: [`${area}.Read.All`], write: [`${area}.ReadWrite.All`] };
}

export const configurationPermissions = permissionsOf("DeviceManagementConfiguration");
export const appPermissions = permissionsOf("DeviceManagementApps");
export const servicePermissions = permissionsOf("DeviceManagementServiceConfig");
export const rolePermissions = permissionsOf("DeviceManagementRBAC");
// Scripts have permissions of their own (azure-services.md 36).
export const scriptPermissions = permissionsOf("DeviceManagementScripts");
export const cloudPcPermissions = permissionsOf("CloudPC");
