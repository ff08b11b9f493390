import { randomUUID } from "node:crypto";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";
import { seedProduct } from "../../../local/stack/seed-product.ts";
import type { Stack } from "../../../local/stack.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";

export type TestTenant = {
  readonly id: string;
  /** Puts objects, children inline, into a collection of the simulated tenant. */
  readonly put: (collectionPath: string, objects: readonly JsonObject[]) => void;
};

/** A tenant of its own for one test, known to Entra, Graph and the product, with the demo users as members. */
export async function aTenant(stack: Stack, name = "Test tenant"): Promise<TestTenant> {
  const tenant = { id: randomUUID(), name };
  stack.servers.entra.control.addTenant(tenant);
  stack.servers.graph.control.putTenant(tenant);
  await seedProduct(stack.servers.cosmos, [tenant]);
  return {
    id: tenant.id,
    put: (collectionPath, objects) => stack.servers.graph.control.putObjects(tenant.id, collectionPath, objects),
  };
}

/** A Settings Catalog policy with so many settings. */
export function aPolicy(name: string, settings = 3, more: JsonObject = {}): JsonObject & { readonly id: string } {
  return {
    id: randomUUID(),
    name,
    description: "",
    platforms: "windows10",
    technologies: "mdm",
    settingCount: settings,
    createdDateTime: "2026-01-01T00:00:00Z",
    lastModifiedDateTime: "2026-01-01T00:00:00Z",
    roleScopeTagIds: ["0"],
    isAssigned: false,
    settings: Array.from({ length: settings }, (_, position) => ({
      id: String(position),
      settingInstance: {
        "@odata.type": "#microsoft.graph.deviceManagementConfigurationSimpleSettingInstance",
        settingDefinitionId: `device_vendor_msft_policy_config_${name.toLowerCase()}_${position}`,
        simpleSettingValue: {
          "@odata.type": "#microsoft.graph.deviceManagementConfigurationIntegerSettingValue",
          value: position,
        },
      },
    })),
    assignments: [],
    ...more,
  };
}

/** An assignment filter: an object without children. */
export function aFilter(displayName: string): JsonObject & { readonly id: string } {
  return {
    id: randomUUID(),
    displayName,
    description: "",
    platform: "windows10AndLater",
    rule: '(device.deviceOwnership -eq "Corporate")',
    assignmentFilterManagementType: "devices",
    createdDateTime: "2026-01-01T00:00:00Z",
    lastModifiedDateTime: "2026-01-01T00:00:00Z",
    roleScopeTags: ["0"],
  };
}

export const policies = "/deviceManagement/configurationPolicies";
export const filters = "/deviceManagement/assignmentFilters";

export const scopeTags = "/deviceManagement/roleScopeTags";

/** A plan of faults under which policies are asked for until somebody stops it; nothing else waits. */
export const slowPolicies: FaultPlanInput = {
  latency: [{ match: "configurationPolicies", distribution: { kind: "constant", ms: 20_000 } }],
};
