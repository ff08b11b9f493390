import { spawn } from "node:child_process";

/** What a program printed and how it ended; `code` is null when a signal ended it. */
export interface ProgramResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Where a program runs, and with which environment; without `env` it has ours. */
export interface ProgramOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs the program to its end without a shell. Rejects when it cannot be started. */
export function runProgram(program: string, args: string[], { cwd, env }: ProgramOptions): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
