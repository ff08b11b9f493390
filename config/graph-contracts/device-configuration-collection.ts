import type { DeviceConfiguration } from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import type { ContractFor } from "./define-contract.ts";
import { configurationPermissions } from "./permissions.ts";

/** What all types of the one collection share. */
export const configuration = {
  path: "/deviceManagement/deviceConfigurations",
  serviceGroup: "deviceConfiguration",
  assignments: "get",
  meta: ["version"],
  volatile: ["version", "supportsScopeTags"],
  references: usualReferences,
  permissions: configurationPermissions,
} as const satisfies Partial<ContractFor<DeviceConfiguration>>;

export function typesOf(...names: readonly string[]): string[] {
  return names.map((name) => `#microsoft.graph.${name}`);
}

export function kindsOf(...names: readonly string[]) {
  return { by: "odataType", is: typesOf(...names) } as const;
}
