import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { descendantsOf, isAlive, killAll, killAllOn, processesOn } from "../../../tools/stack/processes.ts";

const folder = mkdtempSync(join(tmpdir(), "processes-"));

/** A process that was started on a folder, and waits for ever; one below it when it is told which. */
function startOn(...folders: readonly string[]) {
  const [first = "", ...others] = folders;
  const program = `
    const [, ...others] = process.argv.slice(1);
    if (others.length > 0) require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)", ...others]);
    setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ["-e", program, first, ...others], { stdio: "ignore" });
  return { pid: child.pid ?? 0, ended: once(child, "exit") };
}

it("everything on a folder is killed with what it started, and is gone then; its neighbour lives", async () => {
  const [mine, deeper] = [join(folder, "mine"), join(folder, "mine", "apps")];
  const parent = startOn(mine, deeper);
  const other = startOn(join(folder, "mine-too"));
  await expect.poll(() => descendantsOf(parent.pid)).toHaveLength(1);
  const both = [parent.pid, ...descendantsOf(parent.pid)];
  expect(new Set(processesOn(mine))).toEqual(new Set(both));

  await killAllOn(mine);

  expect(both.filter(isAlive)).toEqual([]);
  expect(isAlive(other.pid)).toBe(true);
  await killAll([other.pid]);
  rmSync(folder, { recursive: true });
});

it("killing what has ended by itself is no error", async () => {
  const child = startOn(folder);
  await killAll([child.pid]);
  await child.ended;
  await killAll([child.pid]);
  expect(isAlive(child.pid)).toBe(false);
});
