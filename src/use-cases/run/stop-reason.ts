import { errorCodes } from "../../domain/error/error-codes.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { WorkStop } from "../../domain/operation-run/work.ts";

/**
 * Why the work on an attempt must stop, from the run as it is now or from what the store answered to a heartbeat;
 * undefined when it goes on. An error of another part of the run ends all of it when a retry does not help.
 */
export function stopReason(
  run: Pick<OperationRun, "trouble" | "cancelRequestedAt"> | "moved_on",
): WorkStop | undefined {
  if (run === "moved_on") return { kind: "ended" };
  const { trouble: lastError, cancelRequestedAt } = run;
  if (lastError !== null && errorCodes[lastError.code].next !== "retry") return { kind: "stop", failure: lastError };
  return cancelRequestedAt === null ? undefined : { kind: "cancelled" };
}
