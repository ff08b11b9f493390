import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import type { ReadyLine } from "../../local/stack/ready-line.ts";
import { signIn } from "../demo/sign-in.ts";
import { killAllOn } from "./processes.ts";

export type ChildStack = {
  readonly ready: ReadyLine;
  readonly child: ChildProcess;
  readonly tokenFor: (user: string) => Promise<string>;
  /** kill -9 of this one process; its apps end by themselves. */
  readonly kill: () => Promise<void>;
  /** kill -9 of this process and its apps; resolves when all are gone. */
  readonly killTree: () => Promise<void>;
  /** Ctrl-C; answers the exit code. */
  readonly end: () => Promise<number | null>;
} & AsyncDisposable;

// A start takes seconds; one that takes so long never ends.
const startLimitMs = 120_000;

const startFile = new URL("../../local/start.ts", import.meta.url).pathname;

/** The whole product in a process of its own, as `npm start` runs it. */
export async function startChildStack(dataDir: string, ...more: string[]): Promise<ChildStack> {
  const dir = resolve(dataDir);
  const args = [startFile, "--json", "--data", dir, "--port-base", "0", ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const killTree = async (): Promise<void> => {
    await killAllOn(dir);
    await ended;
  };
  if (!child.stdout) throw new Error("The child was spawned with a pipe on stdout.");
  const tooLate = setTimeout(() => child.kill("SIGKILL"), startLimitMs);
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  clearTimeout(tooLate);
  if (line.done) {
    await killTree();
    throw new Error("The product did not start; what it said is above.");
  }
  // Printed by the product's own start.
  const ready = JSON.parse(line.value) as ReadyLine;
  trust(await readFile(ready.ca, "utf8"));
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  const end = async (): Promise<number | null> => {
    child.kill("SIGINT");
    await ended;
    return child.exitCode;
  };
  const tokenFor = (user: string): Promise<string> => signIn(ready.entra.authority, user);
  return { ready, child, kill, killTree, end, tokenFor, [Symbol.asyncDispose]: killTree };
}
