import { Fault } from "../error/fault.ts";
import type { OperationRun } from "./operation-run.ts";

/**
 * The run as the holder of an attempt may work on it; undefined when the attempt no longer holds it. What this process
 * cannot see yet, because another one wrote it just now (azure-services.md 3), is a Fault that is tried again, never an end.
 */
export function ifHeldByAttempt(run: OperationRun | undefined, attempt: number): OperationRun | undefined {
  if (run && (run.status === "completed" || run.attempt > attempt)) return undefined;
  if (run?.status === "running" && run.attempt === attempt) return run;
  throw new Fault("conflict", "The claim of this attempt is not visible yet.");
}
