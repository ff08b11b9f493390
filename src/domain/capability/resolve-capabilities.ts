import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { Capability } from "./capability.ts";

/** Capabilities of all types, in order of their keys: derived from the contracts alone, so equal input gives equal output (P4). */
export function resolveCapabilities(contracts: readonly ObjectTypeContract[]): Capability[] {
  return contracts.map(toCapability).toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function toCapability(contract: ObjectTypeContract): Capability {
  return {
    type: contract.key,
    name: contract.displayName,
    inventory: true,
    snapshot: true,
    diff: true,
    restore: restoreOf(contract),
    assignments: contract.assignments === "get",
    risk: contract.risk,
    reasons: reasonsOf(contract),
  };
}

/** Whatever a contract wishes for: a high-risk type is never more than a preview (P2.3). */
function restoreOf({ restore, risk }: ObjectTypeContract): Capability["restore"] {
  return restore === "enabled" && risk === "high" ? "preview_only" : restore;
}

function reasonsOf(contract: ObjectTypeContract): string[] {
  const { risk, restore, read, licence, secrets } = contract;
  return [
    ...(risk === "high" ? ["High risk: a restore can only be previewed."] : []),
    ...(restore === "none" ? ["It is never written by this product."] : []),
    ...(read === "by_id" ? ["Only objects that others name are read, by name."] : []),
    ...(licence === undefined ? [] : [`Needs ${licence} in the tenant.`]),
    ...(secrets.length > 0 ? ["Secret values are kept as Graph returns them, masked or encrypted."] : []),
  ];
}
