import type { TenantSwitches } from "../../domain/capability/limits.ts";
import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { VersionedSwitches } from "../../domain/tenant/repository.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

export type SwitchDeps = {
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly contracts: readonly ObjectTypeContract[];
};

export type SwitchChange = {
  readonly changes: Partial<TenantSwitches>;
  /** The versions that the caller has seen, or any. */
  readonly ifMatch: "*" | readonly string[];
  readonly actor: Initiator;
};

// Somebody who takes any version meets another writer within one moment, or the other writers never rest.
const maxTries = 5;

/**
 * Changes the switches of a tenant that are given, with the audit entry of what they were and are (P6.4). What changes
 * nothing writes nothing. Faults: `unknown_object_type`, `not_high_risk`, and `precondition_failed` when somebody else
 * changed them since the caller looked; for whoever takes any version `conflict`, when others change them all the time.
 */
export async function changeSwitches(
  deps: SwitchDeps,
  scope: TenantScope,
  change: SwitchChange,
): Promise<VersionedSwitches> {
  checkTypes(deps.contracts, change.changes);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const changed = await changeOnce(deps, scope, change);
    if (changed) return changed;
    if (change.ifMatch !== "*") throw changedSince();
  }
  throw new Fault("conflict", "The settings of the tenant were changed by others at the same time.");
}

/** Undefined when the switches are of no version that the caller has seen, and nothing was written. */
async function changeOnce(
  deps: SwitchDeps,
  scope: TenantScope,
  { changes, ifMatch, actor }: SwitchChange,
): Promise<VersionedSwitches | undefined> {
  const { tenant } = deps.storesFor(scope);
  const known = await tenant.switches();
  const { version } = known;
  if (ifMatch !== "*" && !ifMatch.includes(version)) return undefined;
  const switches = tidy({ ...known.switches, ...changes });
  if (canonicalJson(switches) === canonicalJson(known.switches)) return known;
  const audit = {
    id: `audit-${deps.newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: "setting.changed",
    target: "capabilities",
    before: known.switches,
    after: switches,
    at: isoTime(deps.clock.nowMs()),
  } as const;
  if ((await tenant.replaceSwitches({ switches, version, audit })) === "moved_on") return undefined;
  return tenant.switches();
}

function checkTypes(
  contracts: readonly ObjectTypeContract[],
  { withheld = [], highRiskEnabled = [] }: SwitchChange["changes"],
) {
  const riskOf = new Map(contracts.map(({ key, risk }) => [key, risk]));
  const unknown = [...withheld, ...highRiskEnabled].find((type) => !riskOf.has(type));
  if (unknown !== undefined) {
    throw new Fault("unknown_object_type", `There is no object type ${unknown.slice(0, 100)}.`, { target: "types" });
  }
  const harmless = highRiskEnabled.find((type) => riskOf.get(type) !== "high");
  if (harmless !== undefined) {
    throw new Fault("not_high_risk", `${harmless} is not of high risk, so there is nothing to enable.`, {
      target: "highRiskEnabled",
    });
  }
}

/** Lists in order and without repeats, so that the same switches are the same document. */
function tidy({ mostRestore, withheld, highRiskEnabled }: TenantSwitches): TenantSwitches {
  return { mostRestore, withheld: sorted(withheld), highRiskEnabled: sorted(highRiskEnabled) };
}

function sorted(types: readonly string[]): string[] {
  return [...new Set(types)].sort();
}

function changedSince(): Fault {
  return new Fault("precondition_failed", "The settings of the tenant were changed since you read them.");
}
