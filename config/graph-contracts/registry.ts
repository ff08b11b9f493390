import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { androidManagedAppProtection, iosManagedAppProtection } from "./app-protection.ts";
import { deviceCompliancePolicy } from "./compliance.ts";
import { conditionalAccessPolicy, namedLocation } from "./conditional-access.ts";
import { deviceConfiguration, groupPolicyConfiguration } from "./device-configuration.ts";
import { deviceHealthScript, deviceManagementScript } from "./scripts.ts";
import { settingsCatalog } from "./settings-catalog.ts";
import { assignmentFilter, group, roleScopeTag } from "./tenant-admin.ts";
import { windowsDriverUpdateProfile } from "./updates.ts";

/** Every object type that the product knows. What is not here is never read and never written (P3.4). */
export const contracts: readonly ObjectTypeContract[] = [
  settingsCatalog,
  deviceConfiguration,
  groupPolicyConfiguration,
  deviceCompliancePolicy,
  deviceManagementScript,
  deviceHealthScript,
  windowsDriverUpdateProfile,
  assignmentFilter,
  roleScopeTag,
  iosManagedAppProtection,
  androidManagedAppProtection,
  namedLocation,
  conditionalAccessPolicy,
  group,
];
