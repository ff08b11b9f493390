import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const main = join(import.meta.dirname, "../../src/host/main.ts");

/** A host in a process of its own, as the stack runs it. */
export type HostProcess = {
  readonly endpoint: string;
  readonly key: string;
  readonly child: ChildProcess;
  /** From the start of the process to its ready line, in milliseconds. */
  readonly readyAfterMs: number;
  /** Exit code or signal. */
  readonly ended: Promise<number | string>;
  kill(): Promise<void>;
};

export async function forkHost(appRoot: string, dir: string, env: NodeJS.ProcessEnv = {}): Promise<HostProcess> {
  const startedAt = performance.now();
  const child = fork(main, ["--app-root", appRoot, "--dir", dir, "--port", "0"], {
    silent: true,
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit").then(([code, signal]: (number | string)[]) => code ?? signal ?? "");
  const closed = once(child, "close");
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  if (!child.stdout) throw new Error("The child's output is not piped.");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) {
    await closed;
    throw new Error(`The host did not start: ${errors}`);
  }
  const { endpoint, key } = JSON.parse(first.value) as { endpoint: string; key: string };
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { endpoint, key, child, ended, kill, readyAfterMs: performance.now() - startedAt };
}
