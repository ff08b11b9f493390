import type { DeviceConfiguration } from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import type { ContractFor } from "./define-contract.ts";
import { likely, sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

/** What all types of the one collection share. */
export const configuration = {
  path: "/deviceManagement/deviceConfigurations",
  evidence: {
    path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
    assignments: sure("IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, M365Documentation, IntuneTools"),
  },
  serviceGroup: "deviceConfiguration",
  assignments: "get",
  meta: ["version"],
  volatile: ["version", "supportsScopeTags"],
  references: usualReferences,
  permissions: configurationPermissions,
} as const satisfies Partial<ContractFor<DeviceConfiguration>>;

/** What tools read that follow the links which full metadata names: these have the same path. */
export const byNavigationLink = likely("IntuneManagement by the link that Graph names; published permissions");

export function typesOf(...names: readonly string[]): string[] {
  return names.map((name) => `#microsoft.graph.${name}`);
}

export function kindsOf(...names: readonly string[]) {
  return { by: "odataType", is: typesOf(...names) } as const;
}
