import { execFileSync } from "node:child_process";

/** Ids of the processes below a process, whatever their depth. */
export function descendantsOf(pid: number): number[] {
  const children = processes()
    .filter(({ parent }) => parent === pid)
    .map((each) => each.pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

/** Whether a process still runs; one that ended and is not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  return processes().some((each) => each.pid === pid && !each.state.startsWith("Z"));
}

type Process = { readonly pid: number; readonly parent: number; readonly state: string };

function processes(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,state="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid, parent, state = ""] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), state };
  });
}
