import { fallbackLanguage } from "../../domain/definition/language.ts";
import { Fault } from "../../domain/error/fault.ts";
import { systemActor } from "../../domain/operation-run/events.ts";
import { definitionsRefresh } from "../../domain/operation-run/run-types/definitions-refresh.ts";
import { ownTrace } from "../../domain/telemetry/own-trace.ts";
import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { StartResult } from "../run/start-once.ts";
import { type StartDeps, type StartRequest, startOperation } from "../run/start-operation.ts";
import { type ChooseDeps, chooseTenant } from "./choose-tenant.ts";

export type RefreshRequest = Omit<StartRequest, "type" | "label" | "input" | "tenants" | "objectTypes" | "isEveryType">;

const weekMs = 7 * 24 * 3_600_000;

/** Starts a reading of the names of settings, or joins the one that is under way. Faults: those of `startOperation`. */
export function startRefresh(deps: StartDeps, request: RefreshRequest): Promise<StartResult> {
  const nothingNamed = { objectTypes: [], isEveryType: false, label: null };
  return startOperation(deps, { ...request, ...nothingNamed, type: definitionsRefresh.name });
}

/**
 * Starts one when the names are a week old, or there are none, and a tenant can be asked: else a run could only fail.
 * Fault `no_tenant_to_ask` when the one that was named for it cannot. Answers whether one was started.
 */
export async function refreshDue(deps: StartDeps & ChooseDeps): Promise<boolean> {
  const scope = openTenantScope(platformId, "aggregated");
  const sets = await deps.storesFor(scope).definitions.sets();
  const at = sets?.languages[fallbackLanguage]?.at;
  if (at !== undefined && Date.parse(at) > deps.clock.nowMs() - weekMs) return false;
  if (!(await canBeAsked(deps))) return false;
  const { reused } = await startRefresh(deps, { scope, initiator: systemActor, ...ownTrace(deps.newId()) });
  return !reused;
}

/** A deployment without customers is none that needs a person. */
async function canBeAsked(deps: ChooseDeps): Promise<boolean> {
  try {
    await chooseTenant(deps);
    return true;
  } catch (error) {
    if (deps.named === undefined && error instanceof Fault && error.code === "no_tenant_to_ask") return false;
    throw error;
  }
}
