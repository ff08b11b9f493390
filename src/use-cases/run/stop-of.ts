import { errorCodes } from "../../domain/error/error-codes.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { WorkStop } from "../../domain/operation-run/work.ts";

/**
 * Why the work on an attempt must stop, from the run as it is now or from what the store answered to a heartbeat;
 * undefined when it goes on. Trouble that another part of the run met ends all of it when trying again does not help.
 */
export function stopOf(run: Pick<OperationRun, "trouble" | "cancelRequestedAt"> | "moved_on"): WorkStop | undefined {
  if (run === "moved_on") return { kind: "ended" };
  const { trouble, cancelRequestedAt } = run;
  if (trouble !== null && errorCodes[trouble.code].next !== "retry") return { kind: "stop", failure: trouble };
  return cancelRequestedAt === null ? undefined : { kind: "cancelled" };
}
