import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { descendantsOf } from "../../tools/stack/processes.ts";
import { startChildStack } from "../../tools/stack/start-child-stack.ts";

export type Start = {
  /** From the start of the process to the line that says everything answers. */
  readonly readyMs: number;
  /** Resident memory of all its processes while nothing is to do. */
  readonly idleMb: number;
  readonly processes: number;
};

// By then the garbage of the start is collected and every timer has fired once.
const untilIdleMs = 5_000;

/** Starts the whole product as `npm start` does, on a folder, and looks at it when it is idle. */
export async function measureStart(dataDir: string): Promise<Start> {
  const startedAt = performance.now();
  await using stack = await startChildStack(dataDir);
  const readyMs = performance.now() - startedAt;
  await pause(untilIdleMs);
  const pid = stack.child.pid ?? 0;
  const pids = [pid, ...descendantsOf(pid)];
  return { readyMs, idleMb: residentMb(pids), processes: pids.length };
}

/** Shared pages count in each process, so this is more than the machine really needs. */
function residentMb(pids: readonly number[]): number {
  const text = execFileSync("ps", ["-o", "rss=", "-p", pids.join(",")], { encoding: "utf8" });
  const kilobytes = text.trim().split(/\s+/).map(Number);
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}
