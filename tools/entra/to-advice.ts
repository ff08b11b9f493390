import { Fault } from "../../src/domain/error/fault.ts";
import { SetupProblem } from "./setup-problem.ts";

const again = "What was done stays, and the next run goes on from there.";

/** What went wrong and what to do about it, for the person at the keyboard. */
export function toAdvice(error: unknown): string {
  if (error instanceof SetupProblem) return error.message;
  if (!(error instanceof Fault)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const said = `${error.message} (${error.target ?? "Microsoft Graph"})`;
  if (error.code === "graph_forbidden") {
    return `${said}\nYou need the directory role Cloud Application Administrator or Application Administrator. ${again}`;
  }
  if (error.code === "graph_unauthenticated") return `${said}\nSign in again: az login. ${again}`;
  return `${said}\n${again}`;
}
