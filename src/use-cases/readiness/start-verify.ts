import { tenantVerify } from "../../domain/operation-run/run-types/tenant-verify.ts";
import type { StartResult } from "../run/start-once.ts";
import { type StartDeps, type StartRequest, startOperation } from "../run/start-operation.ts";

/** Where a check starts, and in whose name: a person's, also when it was somebody else who gave consent. */
export type VerifyRequest = Omit<StartRequest, "type" | "label" | "input" | "tenants" | "objectTypes" | "isEveryType">;

/** Starts the check of a tenant, or joins the one that is under way. Faults: those of `startOperation`. */
export function startVerify(deps: StartDeps, request: VerifyRequest): Promise<StartResult> {
  const nothingNamed = { objectTypes: [], isEveryType: false, label: null };
  return startOperation(deps, { ...request, ...nothingNamed, type: tenantVerify.name });
}
