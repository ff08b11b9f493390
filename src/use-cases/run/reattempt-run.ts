import { isoTime } from "../../domain/clock/clock.ts";
import { runRequeued, systemActor } from "../../domain/operation-run/events.ts";
import { reattempt } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { sendMessage } from "./send-message.ts";
import type { StartDeps } from "./start-operation.ts";

/** Moves a read-type run to its next attempt and sends that attempt's message. A failed send is left to the reconciler. */
export async function reattemptRun(
  deps: StartDeps,
  scope: TenantScope,
  run: OperationRun,
  reason: string,
): Promise<OperationRun | "moved_on"> {
  const { runs } = deps.storesFor(scope);
  const at = isoTime(deps.clock.nowMs());
  const records = runRequeued(run, reason, { actor: systemActor, at, newId: deps.newId });
  const moved = await runs.apply(run.id, reattempt(run), records);
  return moved === "moved_on" ? moved : sendMessage(deps, scope, moved);
}
