import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import type { SignInCheck } from "../../domain/tenant/tenant-life.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelOperation } from "../run/cancel-operation.ts";
import type { EndDeps } from "../run/end-run.ts";
import { applyToTenant, noSuchTenant } from "./move-tenant.ts";

export type PersonsAct = { readonly reason: string; readonly actor: Initiator };

/**
 * Stops all work in a tenant: nothing starts any more, and what is active is asked to cancel. Safe to repeat, and what a
 * crash left active is asked then. Fault `tenant_archived`.
 */
export async function suspendTenant(deps: EndDeps, scope: TenantScope, { reason, actor }: PersonsAct): Promise<Tenant> {
  const tenant = await applyToTenant(deps, scope, { kind: "suspended", reason }, actor);
  if (!tenant) throw noSuchTenant();
  // A run that is made at this moment is refused when it is claimed.
  for (const { id } of await deps.storesFor(scope).runs.listActive(mostActive)) await cancel(deps, scope, id, actor);
  return tenant;
}

// Kinds of work that can be active in one tenant at once are few.
const mostActive = 1_000;

async function cancel(deps: EndDeps, scope: TenantScope, runId: string, actor: Initiator): Promise<void> {
  try {
    await cancelOperation(deps, scope, runId, actor);
  } catch (error) {
    if (!(error instanceof Fault && error.code === "already_completed")) throw error;
  }
}

/** Lets work start again; the tenant stands as its last check found it. Fault `tenant_archived`. */
export async function resumeTenant(deps: EndDeps, scope: TenantScope, { reason, actor }: PersonsAct): Promise<Tenant> {
  const resumed = { kind: "resumed", reason, lastCheck: await lastCheck(deps, scope) } as const;
  const tenant = await applyToTenant(deps, scope, resumed, actor);
  if (!tenant) throw noSuchTenant();
  return tenant;
}

async function lastCheck({ storesFor }: EndDeps, scope: TenantScope): Promise<SignInCheck | undefined> {
  const known = await storesFor(scope).readiness.read();
  const reading = known?.applications.find(({ kind }) => kind === "read");
  if (!reading) return undefined;
  return reading.consented ? { signedIn: true } : { signedIn: false, code: reading.code ?? "graph_consent_missing" };
}

/**
 * Makes a suspended tenant read only, for good. `confirm` is its name, typed by the person. Faults: `invalid_request`,
 * `not_suspended`, `tenant_busy` while a run is active.
 */
export async function archiveTenant(
  deps: EndDeps,
  scope: TenantScope,
  { reason, confirm, actor }: PersonsAct & { readonly confirm: string },
): Promise<Tenant> {
  const stores = deps.storesFor(scope);
  const known = await stores.tenant.read();
  if (!known) throw noSuchTenant();
  if (confirm !== known.name)
    throw new Fault("invalid_request", "confirm must be the tenant's name.", { target: "confirm" });
  const isBusy = (await stores.runs.listActive(1)).length > 0;
  return (await applyToTenant(deps, scope, { kind: "archived", reason, isBusy }, actor)) ?? known;
}
