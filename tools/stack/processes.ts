import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** Ids of the processes below a process, whatever their depth. */
export function descendantsOf(pid: number): number[] {
  return below(pid, processes());
}

function below(pid: number, all: readonly Process[]): number[] {
  const children = all.filter(({ parent }) => parent === pid).map((each) => each.pid);
  return [...children, ...children.flatMap((child) => below(child, all))];
}

/** Kills everything that was started on a folder or what is in it, as `killAll` does. */
export async function killAllOn(folder: string): Promise<void> {
  // Once more, because the first of them may have started another before it was gone.
  for (let pids = processesOn(folder); pids.length > 0; pids = processesOn(folder)) await killAll(pids);
}

/** Ids of the processes whose command line names a folder or what is in it. */
export function processesOn(folder: string): number[] {
  const isIn = (word: string): boolean => word === folder || word.startsWith(`${folder}/`);
  return processes()
    .filter(({ pid, words }) => pid !== process.pid && words.some(isIn))
    .map(({ pid }) => pid);
}

/** Whether a process still runs; one that ended and is not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  return processes().some((each) => each.pid === pid);
}

const lookAgainMs = 20;

/** kill -9. Resolves when all are gone; one that ended by itself in the meantime is as good. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) killIfThere(pid);
  while (processes().some(({ pid }) => pids.includes(pid))) await pause(lookAgainMs);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (Object(error).code !== "ESRCH") throw error;
  }
}

type Process = { readonly pid: number; readonly parent: number; readonly words: readonly string[] };

/** All that run. */
function processes(): Process[] {
  const lines = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,state=,args="], { encoding: "utf8" }).trim();
  return lines.split("\n").flatMap((line) => {
    const [pid, parent, state = "", ...words] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent), words }];
  });
}
