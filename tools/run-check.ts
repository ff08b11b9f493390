import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One program of the gate: `script` runs on the Node that runs us, with the repository as its folder. */
export interface Check {
  name: string;
  script: string;
  args: string[];
  /** Variables on top of our own. */
  env?: NodeJS.ProcessEnv;
}

/** Runs the program, lets its output through, prints its name and result. Answers whether it ended with 0. */
export async function runCheck({ name, script, args, env = {} }: Check): Promise<boolean> {
  const code = await exitCodeOf([script, ...args], { ...process.env, ...env });
  process.stdout.write(code === 0 ? `${name}: passed\n` : `${name}: failed (exit code ${code})\n`);
  return code === 0;
}

function exitCodeOf(args: string[], env: NodeJS.ProcessEnv): Promise<number | string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
}
