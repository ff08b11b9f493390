import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { administrativeTemplates } from "./administrative-templates.ts";
import { androidEnrollment } from "./android-enrollment.ts";
import { appConfiguration } from "./app-configuration.ts";
import { appProtection } from "./app-protection.ts";
import { appleEnrollment } from "./apple-enrollment.ts";
import { apps } from "./apps.ts";
import { windowsAutopilot } from "./autopilot.ts";
import { cloudPcs } from "./cloud-pc.ts";
import { compliance } from "./compliance.ts";
import { conditionalAccess } from "./conditional-access.ts";
import { connectors } from "./connectors.ts";
import { deviceConfigurationAccounts } from "./device-configuration-accounts.ts";
import { deviceConfigurationCertificates } from "./device-configuration-certificates.ts";
import { deviceConfigurationNetworks } from "./device-configuration-networks.ts";
import { deviceConfigurationTemplates } from "./device-configuration-templates.ts";
import { deviceConfigurationWindows } from "./device-configuration-windows.ts";
import { enrollment } from "./enrollment.ts";
import { hardware } from "./hardware.ts";
import { identity } from "./identity.ts";
import { neverRead } from "./never-read.ts";
import { roles } from "./roles.ts";
import { scripts } from "./scripts.ts";
import { securityIntents } from "./security-intents.ts";
import { settingsCatalog } from "./settings-catalog.ts";
import { tenantAdmin } from "./tenant-admin.ts";
import { tunnel } from "./tunnel.ts";
import { updates } from "./updates.ts";

/** Every object type that the product knows. What is not here is never read and never written (P3.4). */
export const contracts: readonly ObjectTypeContract[] = [
  ...settingsCatalog,
  ...securityIntents,
  ...deviceConfigurationTemplates,
  ...deviceConfigurationWindows,
  ...deviceConfigurationNetworks,
  ...deviceConfigurationAccounts,
  ...deviceConfigurationCertificates,
  ...administrativeTemplates,
  ...hardware,
  ...updates,
  ...compliance,
  ...scripts,
  ...apps,
  ...appConfiguration,
  ...appProtection,
  ...enrollment,
  ...windowsAutopilot,
  ...appleEnrollment,
  ...androidEnrollment,
  ...cloudPcs,
  ...tunnel,
  ...connectors,
  ...tenantAdmin,
  ...roles,
  ...conditionalAccess,
  ...identity,
  ...neverRead,
];
