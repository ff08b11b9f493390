import { Fault } from "../../domain/error/fault.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import { failedWith } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { endRun } from "./end-run.ts";
import { type SendMessageDeps, sendMessage } from "./send-message.ts";

/** What it takes to send a run on its way. */
export type SendDeps = SendMessageDeps & { readonly newId: () => string };

/**
 * Sends the message of a run's attempt. A send that throws closes the run at once (S8), unless the broker had taken the
 * message after all and somebody holds the run already (runs.md 2).
 */
export async function sendOperation(deps: SendDeps, scope: TenantScope, run: OperationRun): Promise<OperationRun> {
  try {
    const sent = await sendMessage(deps, scope, run);
    return sent === "moved_on" ? ((await deps.storesFor(scope).runs.read(run.id)) ?? run) : sent;
  } catch (error) {
    if (error instanceof Fault && error.code === "dispatch_failed") return closeUnsent(deps, scope, run, error);
    throw error;
  }
}

const notSent: Failure = {
  code: "dispatch_failed",
  message: "The work queue did not take the message of this run.",
  target: "",
  count: 1,
};

async function closeUnsent(
  deps: SendDeps,
  scope: TenantScope,
  run: OperationRun,
  cause: unknown,
): Promise<OperationRun> {
  const closed = await endRun(deps, scope, run, failedWith(notSent), ["queued"]);
  if (closed === "moved_on") {
    const current = await deps.storesFor(scope).runs.read(run.id);
    if (current && current.status !== "queued") return current;
  }
  throw new Fault("dispatch_failed", notSent.message, { target: run.id, cause });
}
