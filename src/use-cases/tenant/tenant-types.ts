import type { Capability } from "../../domain/capability/capability.ts";
import type { TenantSwitches } from "../../domain/capability/limits.ts";
import { type RunType, runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { resolveTypes } from "../run/resolve-types.ts";

export type TypesDeps = {
  readonly storesFor: StoresFor;
  /** The product's contracts and limits with a tenant's switches. */
  readonly capabilitiesWith: (switches: TenantSwitches) => readonly Capability[];
};

/** What may be done with each object type in this tenant, as its owners have switched it at this moment. */
export async function capabilitiesOf(deps: TypesDeps, scope: TenantScope): Promise<readonly Capability[]> {
  const { switches } = await deps.storesFor(scope).tenant.switches();
  return deps.capabilitiesWith(switches);
}

/** Types that a kind of run may read in this tenant; Fault `unknown_object_type` names the first that it may not, and says why. */
export async function resolveTenantTypes(
  deps: TypesDeps,
  scope: TenantScope,
  run: RunType,
  requested: readonly string[] | undefined,
): Promise<SelectedTypes> {
  const capabilities = await capabilitiesOf(deps, scope);
  const reasons = new Map(capabilities.map(({ type, reasons: [first] }) => [type, first]));
  return resolveTypes(readableBy(run, capabilities), requested, (type) => reasons.get(type));
}

/** Those of the requested types that a kind of run may still read: for what was requested before the owners switched some off. */
export async function allowedTenantTypes(
  deps: TypesDeps,
  scope: TenantScope,
  run: RunType,
  requested: readonly string[] | undefined,
): Promise<SelectedTypes> {
  const known = readableBy(run, await capabilitiesOf(deps, scope));
  const keys = new Set(known.map(({ key }) => key));
  return resolveTypes(
    known,
    requested?.filter((type) => keys.has(type)),
  );
}

function readableBy(type: RunType, capabilities: readonly Capability[]): { readonly key: string }[] {
  const { reads } = runTypeOf({ type });
  const mayBeRead = (capability: Capability): boolean => reads !== "nothing" && capability[reads];
  return capabilities.filter(mayBeRead).map((capability) => ({ key: capability.type }));
}
