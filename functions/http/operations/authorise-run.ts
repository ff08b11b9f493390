import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { AuthorisedCaller } from "../../../src/domain/tenant/authorised-caller.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import { hasRight } from "../../../src/domain/tenant/rights.ts";

type RunRequest = Pick<AuthorisedCaller, "scope" | "role"> & { readonly caller: Caller };

/** The run, if the caller may act on it: one's own needs less than anybody's (interfaces.md). */
export async function authoriseRun(
  app: HttpApp,
  { scope, caller, role }: RunRequest,
  runId: string,
): Promise<OperationRun> {
  const run = await app.storesFor(scope).runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
  const right = "operation.cancel_any";
  if (run.initiator.id === caller.id || hasRight(role, right)) return run;
  throw new Fault("missing_right", `Somebody else started this run, and your role lacks ${right}.`, { target: right });
}
