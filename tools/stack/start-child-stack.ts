import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { ReadyLine } from "../../local/stack/ready-line.ts";
import { trust } from "../../local/tls/trust.ts";
import { signIn } from "../demo/sign-in.ts";

export type ChildStack = {
  readonly ready: ReadyLine;
  readonly child: ChildProcess;
  readonly tokenFor: (user: string) => Promise<string>;
  /** kill -9 of this one process. */
  readonly kill: () => Promise<void>;
  /** Ctrl-C; answers the exit code. */
  readonly end: () => Promise<number | null>;
} & AsyncDisposable;

const startFile = new URL("../../local/start.ts", import.meta.url).pathname;

/** The whole product in a process of its own, as `npm start` runs it. */
export async function startChildStack(dataDir: string, ...more: string[]): Promise<ChildStack> {
  const args = [startFile, "--json", "--data", dataDir, "--port-base", "0", ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  if (!child.stdout) throw new Error("The child was spawned with a pipe on stdout.");
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (line.done) throw new Error("The product did not start; what it said is above.");
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
  return { ready, child, kill, end, tokenFor, [Symbol.asyncDispose]: kill };
}
