import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { type Capability, type RestoreLevel, restoreLevelSchema } from "./capability.ts";
import { openSwitches, type ProductLimits, type TenantSwitches } from "./limits.ts";

/**
 * Capabilities of all types, in order of their keys, from the contracts, what the product allows and what the tenant
 * allows: equal input gives equal output (P4).
 */
export function resolveCapabilities(
  contracts: readonly ObjectTypeContract[],
  product: ProductLimits,
  tenant: TenantSwitches = openSwitches,
): Capability[] {
  return contracts
    .map((contract) => toCapability(contract, product, tenant))
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function toCapability(contract: ObjectTypeContract, product: ProductLimits, tenant: TenantSwitches): Capability {
  const closed = closedBecause(contract, product, tenant);
  const inventory = closed === undefined && contract.read !== "never";
  const snapshot = inventory && contract.snapshot === "whole";
  return {
    type: contract.key,
    name: contract.displayName,
    inventory,
    snapshot,
    diff: snapshot,
    restore: snapshot ? restoreOf(contract, product, tenant) : "none",
    assignments: inventory && contract.assignments !== "none",
    links: inventory && contract.links.length > 0,
    risk: contract.risk,
    reasons: closed === undefined ? reasonsOf(contract, product, tenant) : [closed],
    secrets: contract.secrets.flatMap(({ kind, ...place }) => (kind === "never_snapshot" ? [] : [place])),
  };
}

/** Why nothing at all may be done with it, if so. */
function closedBecause(
  { key, notAvailable }: ObjectTypeContract,
  { cloud, withheld }: ProductLimits,
  tenant: TenantSwitches,
): string | undefined {
  if (notAvailable.includes(cloud)) return "Not available in this cloud.";
  if (withheld[key] !== undefined) return withheld[key];
  return tenant.withheld.includes(key) ? "Switched off for this tenant." : undefined;
}

/** The least of all wishes; a high-risk type is no more than a preview until an owner has enabled it (P2.3). */
function restoreOf(contract: ObjectTypeContract, product: ProductLimits, tenant: TenantSwitches): RestoreLevel {
  const byRisk = isHeldBack(contract, tenant) ? "preview_only" : "enabled";
  const wishes = [contract.restore, byRisk, product.mostRestore, tenant.mostRestore];
  // Options stand from least to most.
  return restoreLevelSchema.options.find((level) => wishes.includes(level)) ?? "none";
}

function isHeldBack({ key, risk }: ObjectTypeContract, { highRiskEnabled }: TenantSwitches): boolean {
  return risk === "high" && !highRiskEnabled.includes(key);
}

function reasonsOf(contract: ObjectTypeContract, product: ProductLimits, tenant: TenantSwitches): string[] {
  const { read, snapshot, licence, secrets, notes } = contract;
  return [
    ...(snapshot === "whole" ? restoreReasons(contract, product, tenant) : [snapshot.none]),
    ...(read === "by_id" ? ["Only objects that others name are read, by name."] : []),
    ...(contract.builtIn?.read === "assigned"
      ? ["Objects of Microsoft's own are read only where they are assigned."]
      : []),
    ...(licence === undefined ? [] : [`Needs ${licence} in the tenant.`]),
    ...(read !== "never" && secrets.some(({ kind }) => kind !== "never_snapshot")
      ? ["Secret values are kept as Graph returns them, masked or encrypted."]
      : []),
    ...notes,
  ];
}

function restoreReasons(contract: ObjectTypeContract, product: ProductLimits, tenant: TenantSwitches): string[] {
  if (contract.restore === "none") return ["It is never written by this product."];
  if (product.mostRestore === "none") return ["This installation writes nothing."];
  if (tenant.mostRestore === "none") return ["The tenant allows no restore."];
  if (isHeldBack(contract, tenant)) return ["High risk: a restore can only be previewed."];
  const isPreviewed = restoreOf(contract, product, tenant) === "preview_only";
  return isPreviewed ? ["A restore can only be previewed for now."] : [];
}
