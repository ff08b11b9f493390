import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { trust } from "../../src/tls/trust.ts";

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export type StandaloneProcess = AsyncDisposable & {
  /** What the server said when it was ready. */
  readonly line: Readonly<Record<string, string>>;
  /** kill -9, and waits for the end. */
  readonly kill: () => Promise<void>;
};

/** A server of this package in a process of its own, on a free port. */
export function startStandaloneProcess(server: string, dir: string, ...more: string[]): Promise<StandaloneProcess> {
  return startServerProcess(program, server, dir, ...more);
}

/** The same by another program with the same command, such as one that knows more servers. */
export async function startServerProcess(
  programFile: string,
  server: string,
  dir: string,
  ...more: string[]
): Promise<StandaloneProcess> {
  const args = [programFile, server, "--port", "0", "--data", dir, ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  const first = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (first.done) throw new Error(`${server} did not start on ${dir}.`);
  // Printed by the server's own start: addresses, keys and a file name.
  const line = JSON.parse(first.value) as Record<string, string>;
  if (line["ca"]) trust(await readFile(line["ca"], "utf8"));
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { line, kill, [Symbol.asyncDispose]: kill };
}
