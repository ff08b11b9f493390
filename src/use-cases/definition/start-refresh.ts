import { fallbackLanguage } from "../../domain/definition/language.ts";
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
 * Starts one when the names are a week old, or there are none; Fault `no_tenant_to_ask` where no tenant could be asked: a
 * run could only fail. Answers whether one was started.
 */
export async function refreshDue(deps: StartDeps & ChooseDeps): Promise<boolean> {
  const scope = openTenantScope(platformId, "aggregated");
  const sets = await deps.storesFor(scope).definitions.sets();
  const at = sets?.languages[fallbackLanguage]?.at;
  if (at !== undefined && Date.parse(at) > deps.clock.nowMs() - weekMs) return false;
  await chooseTenant(deps);
  const { reused } = await startRefresh(deps, { scope, initiator: systemActor, ...ownTrace(deps.newId()) });
  return !reused;
}
