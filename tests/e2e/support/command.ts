import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "vitest";

export type Command = {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** First line on stdout; rejects when the command ends without one. */
  readonly firstLine: Promise<string>;
  /** Exit code, or the name of the signal that ended it; everything printed has been read by then. */
  readonly ended: Promise<number | string>;
  /** To the whole process group, as a terminal does. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Whether any process of the group is left. */
  readonly isAlive: () => boolean;
} & AsyncDisposable;

const repository = join(import.meta.dirname, "../../..");

/** `npm ...` in the repository. */
export function npm(...args: string[]): Command {
  return run("npm", args);
}

/**
 * What npm's scripts run, without npm and its shell: some shells die of a signal at once instead of waiting for the
 * command, and then npm cannot tell how the command ended.
 */
export function launch(...args: string[]): Command {
  return run("node", ["tools/launch.mjs", ...args]);
}

/** In a process group of its own, with its output piped. It runs the sources, as whoever types it does. */
function run(program: string, args: readonly string[]): Command {
  const env = { ...process.env, TENANTPILOT_APP: "" };
  const child = spawn(program, args, { cwd: repository, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const { pid, stdout, stderr } = child;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  const texts = { stdout: "", stderr: "" };
  stdout.on("data", (chunk: Buffer) => {
    texts.stdout += chunk.toString("utf8");
  });
  stderr.on("data", (chunk: Buffer) => {
    texts.stderr += chunk.toString("utf8");
  });
  const ended = once(child, "close").then(([code, signal]: (number | string)[]) => code ?? signal ?? "");
  const firstLine = once(createInterface({ input: stdout }), "line").then(([line]: string[]) => line ?? "");
  const signal = (name: NodeJS.Signals): void => void process.kill(-pid, name);
  const isAlive = (): boolean => isGroupAlive(pid);
  return {
    child,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    firstLine: Promise.race([firstLine, ended.then(() => Promise.reject(new Error(`No line came: ${texts.stderr}`)))]),
    ended,
    signal,
    isAlive,
    [Symbol.asyncDispose]: async () => {
      if (isAlive()) signal("SIGKILL");
      await ended;
    },
  };
}

type Ended = { readonly code: number | string; readonly stdout: string; readonly stderr: string };

/** Runs such a command to its end. */
export async function npmToEnd(...args: string[]): Promise<Ended> {
  const command = npm(...args);
  command.firstLine.catch(() => undefined);
  const code = await command.ended;
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}

/** Refused in one sentence: nothing on stdout, no stack trace, a code that is not 0. */
export function expectRefusal(answer: Ended, sentence: RegExp): void {
  const lines = answer.stderr.split("\n").filter((line) => line !== "" && line !== "Starting TenantPilot ...");
  expect(lines).toEqual([expect.stringMatching(sentence)]);
  expect(answer).toMatchObject({ code: 1, stdout: "" });
}

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
