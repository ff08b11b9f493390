import type { Capability } from "../domain/capability/capability.ts";
import type { TenantSwitches } from "../domain/capability/limits.ts";
import type { RunType } from "../domain/operation-run/run-type.ts";
import type { StoresOf } from "../domain/store/tenant-stores.ts";
import type { TenantScope } from "../domain/tenant/tenant-scope.ts";
import { resolveTypes } from "./resolve-types.ts";

export type TypesDeps = {
  readonly storesOf: StoresOf;
  /** The product's contracts and limits with a tenant's switches. */
  readonly capabilitiesWith: (switches: TenantSwitches) => readonly Capability[];
};

/** What may be done with each object type in this tenant, as its owners have switched it at this moment. */
export async function capabilitiesOf(deps: TypesDeps, scope: TenantScope): Promise<readonly Capability[]> {
  const { switches } = await deps.storesOf(scope).tenant.switches();
  return deps.capabilitiesWith(switches);
}

/** Types that a kind of run may read in this tenant; Fault `unknown_object_type` names the first that it may not. */
export async function resolveTenantTypes(
  deps: TypesDeps,
  scope: TenantScope,
  run: RunType,
  wanted: readonly string[] | undefined,
): Promise<string[]> {
  return resolveTypes(await typesOf(deps, scope, run), wanted);
}

/** Those of the wanted types that a kind of run may still read: for what was asked before the owners switched some off. */
export async function allowedTenantTypes(
  deps: TypesDeps,
  scope: TenantScope,
  run: RunType,
  wanted: readonly string[] | undefined,
): Promise<string[]> {
  const known = await typesOf(deps, scope, run);
  const keys = new Set(known.map(({ key }) => key));
  return resolveTypes(
    known,
    wanted?.filter((type) => keys.has(type)),
  );
}

const mayBeRead: Readonly<Record<RunType, (capability: Capability) => boolean>> = {
  "inventory.sync": ({ inventory }) => inventory,
  "snapshot.take": ({ snapshot }) => snapshot,
  // No route starts one yet.
  "configuration.restore": () => false,
};

async function typesOf(deps: TypesDeps, scope: TenantScope, run: RunType): Promise<{ readonly key: string }[]> {
  const capabilities = await capabilitiesOf(deps, scope);
  return capabilities.filter(mayBeRead[run]).map(({ type }) => ({ key: type }));
}
