import type { DeviceManagementConfigurationPolicy } from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import { settingMakers } from "./make-setting-instance.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const topics = [
  "Defender Antivirus",
  "Windows Hello",
  "Device lock",
  "Edge security",
  "OneDrive known folders",
  "Start menu",
  "Telemetry",
  "Delivery optimisation",
  "Local administrators",
  "Credential Guard",
  "BitLocker",
  "Firewall rules",
  "Power and sleep",
];

/** Graph gives 25 settings a page: none left over, one left over, several pages, one setting. */
const firstSizes = [120, 26, 25, 1, 51];

export function makeConfigurationPolicy(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const id = random.guid();
  const settings = random.sample(settingMakers, firstSizes[index] ?? sizeOf(random)).map((make, position) => ({
    id: String(position),
    settingInstance: make(random),
  }));
  const extra = { source: "direct", sourceId: id };
  const assignments = makeAssignments(tenant, { policyId: id, filterPlatform: "windows10AndLater", extra });
  const policy = {
    id,
    ...stampsOf(random),
    creationSource: null,
    description: "",
    name: toName("WIN", topics, index),
    platforms: "windows10",
    priorityMetaData: null,
    roleScopeTagIds: scopeTagsOf(tenant),
    settingCount: settings.length,
    isAssigned: assignments.length > 0,
    technologies: "mdm",
    templateReference: {
      templateId: "",
      templateFamily: "none",
      templateDisplayName: null,
      templateDisplayVersion: null,
    },
  } satisfies GraphObject<DeviceManagementConfigurationPolicy>;
  return { ...policy, settings, assignments };
}

/** Real baselines: one policy in twelve is over 25, half have 4 or fewer (graph.md 4). */
function sizeOf(random: Random): number {
  if (random.chance(8)) return random.integer(26, 118);
  return random.chance(50) ? random.integer(1, 4) : random.integer(5, 25);
}
