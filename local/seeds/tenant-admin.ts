import type {
  DeviceAndAppManagementAssignmentFilter,
  Group,
  RoleScopeTag,
} from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { stampsOf } from "./common-properties.ts";
import type { GraphObject } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

const groupTopics = [
  "Intune pilot devices",
  "Windows laptops",
  "Windows desktops",
  "Meeting room devices",
  "Shared kiosks",
  "Mac users",
  "Finance staff",
  "Warehouse staff",
  "Field engineers",
  "Executives",
  "Service desk",
  "Contractors",
  "Mobile phones",
  "Break glass accounts",
];

export function makeGroup(random: Random, index: number): JsonObject {
  const isDynamic = random.chance(40);
  return {
    id: random.guid(),
    createdDateTime: stampsOf(random).createdDateTime.replace(/\.\d+/, ""),
    displayName: toName("SG", groupTopics, index),
    description: null,
    groupTypes: isDynamic ? ["DynamicMembership"] : [],
    mailEnabled: false,
    mailNickname: `sg-${index + 1}`,
    membershipRule: isDynamic
      ? `(device.deviceOwnership -eq "Company") and (device.displayName -startsWith "L${index}")`
      : null,
    membershipRuleProcessingState: isDynamic ? "On" : null,
    securityEnabled: true,
  } satisfies GraphObject<Group>;
}

const tagTopics = ["Berlin", "Madrid", "Oslo", "Production", "Retail", "Executives"];

/** The first tag is the built-in one, which every tenant has with id 0. */
export function makeRoleScopeTag(random: Random, index: number, groupIds: readonly string[]): JsonObject {
  if (index === 0) {
    return {
      id: "0",
      displayName: "Default",
      description: "Default Role Scope Tag exists by default.",
      isBuiltIn: true,
      assignments: [],
    };
  }
  const tag = {
    id: String(index),
    displayName: toName("Tag", tagTopics, index - 1),
    description: "Devices and policies of one site",
    isBuiltIn: false,
  } satisfies GraphObject<RoleScopeTag>;
  const groupId = random.pick(groupIds);
  const target = { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId };
  return { ...tag, assignments: [{ id: `${index}_${groupId}`, target }] };
}

const filterTopics = [
  { platform: "windows10AndLater", name: "Corporate Windows", rule: '(device.deviceOwnership -eq "Corporate")' },
  { platform: "iOS", name: "Supervised iPads", rule: '(device.model -startsWith "iPad")' },
  { platform: "macOS", name: "Apple silicon", rule: '(device.cpuArchitecture -eq "ARM64")' },
  { platform: "androidForWork", name: "Work profile", rule: '(device.deviceOwnership -eq "Personal")' },
  { platform: "windows10AndLater", name: "Cloud PCs", rule: '(device.model -startsWith "Cloud PC")' },
] as const;

export function makeAssignmentFilter(random: Random, index: number): JsonObject {
  const topic = filterTopics[index % filterTopics.length] ?? filterTopics[0];
  return {
    id: random.guid(),
    ...stampsOf(random),
    displayName: toName("Filter", [topic.name], Math.floor(index / filterTopics.length)),
    description: "",
    platform: topic.platform,
    rule: topic.rule,
    roleScopeTags: ["0"],
    assignmentFilterManagementType: "devices",
    payloads: [],
  } satisfies GraphObject<DeviceAndAppManagementAssignmentFilter>;
}
