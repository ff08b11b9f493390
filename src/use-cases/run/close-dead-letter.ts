import { isKnownRun } from "../../domain/operation-run/is-known-run.ts";
import { failedWith, mayReattempt } from "../../domain/operation-run/lifecycle.ts";
import type { OperationMessage } from "../../domain/operation-run/operation-queue.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { endOrComplete } from "./end-or-complete.ts";
import { reattemptRun } from "./reattempt-run.ts";
import type { StartDeps } from "./start-operation.ts";

/** Handles a message that the queue gave up: acts on its own attempt only (runs.md 3). */
export async function closeDeadLetter(
  deps: StartDeps,
  message: OperationMessage,
): Promise<"dropped" | "reattempted" | "closed"> {
  const scope = openTenantScope(message.tenantId, "run");
  const run = await deps.storesFor(scope).runs.read(message.runId);
  if (run?.status !== "queued" || run.attempt !== message.attempt || !isKnownRun(run)) return "dropped";
  if (mayReattempt(run)) {
    await reattemptRun(deps, scope, run, "dead_lettered");
    return "reattempted";
  }
  await endOrComplete(deps, scope, run, failedWith(deadLettered));
  return "closed";
}

const deadLettered = {
  code: "dead_lettered",
  message: "The message of this run could not be handled.",
  target: "",
  count: 1,
} as const;
