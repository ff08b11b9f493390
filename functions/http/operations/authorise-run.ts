import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import { hasRight, type Role } from "../../../src/domain/tenant/rights.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";

type RunRequest = { readonly scope: TenantScope; readonly caller: Caller; readonly role: Role | null };

/** The run, if the caller may act on it: one's own needs less than anybody's (interfaces.md). */
export async function authoriseRun(
  app: HttpApp,
  { scope, caller, role }: RunRequest,
  runId: string,
): Promise<OperationRun> {
  const run = await app.storesFor(scope).runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
  const right = "operation.cancel_any";
  if (run.initiator.id === caller.id || (role !== null && hasRight(role, right))) return run;
  throw new Fault("missing_right", `Somebody else started this run, and your role lacks ${right}.`, { target: right });
}
