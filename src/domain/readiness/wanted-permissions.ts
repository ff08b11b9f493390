import type { Capability } from "../capability/capability.ts";
import type { Cloud } from "../graph/cloud.ts";
import { neededPermissions } from "../graph/needed-permissions.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { Uses, Wanted } from "./compare-permissions.ts";
import type { ApplicationKind } from "./readiness.ts";

export type NeedingContracts = {
  /** Object types of the product. */
  readonly objects: readonly ObjectTypeContract[];
  /** What the check itself reads beside them. */
  readonly facts: readonly ObjectTypeContract[];
  readonly cloud: Cloud;
};

/**
 * What each application needs in a tenant, by the rule that set-up asks for it with: of the types that the tenant's
 * capabilities leave to be read, and of those that they leave to be restored.
 */
export function wantedPermissions(
  { objects, facts, cloud }: NeedingContracts,
  capabilities: readonly Capability[],
): Readonly<Record<ApplicationKind, Wanted>> {
  const byType = new Map(capabilities.map((capability) => [capability.type, capability]));
  const left = objects
    .filter(({ key }) => byType.get(key)?.inventory)
    .map((contract) =>
      byType.get(contract.key)?.restore === "none" ? { ...contract, restore: "none" as const } : contract,
    );
  const needed = usesOf([...left, ...facts], cloud);
  const known = usesOf([...objects, ...facts], cloud);
  return {
    read: { needed: needed.read, known: known.read },
    write: { needed: needed.write, known: known.write },
  };
}

function usesOf(contracts: readonly ObjectTypeContract[], cloud: Cloud): Readonly<Record<ApplicationKind, Uses>> {
  const names = neededPermissions(contracts, cloud);
  const serves = (permission: string, kinds: readonly ApplicationKind[]): string[] =>
    contracts
      .filter(({ permissions }) => kinds.some((kind) => permissions[kind].includes(permission)))
      .map(({ key }) => key);
  return {
    read: new Map(names.read.map((name) => [name, serves(name, ["read"])])),
    write: new Map(names.write.map((name) => [name, serves(name, ["read", "write"])])),
  };
}
