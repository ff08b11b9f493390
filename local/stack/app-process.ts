import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";

export type AppProcessOptions = {
  readonly name: "http" | "worker";
  /** Folder of the app: this repository, or a built package. */
  readonly appRoot: string;
  readonly dir: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** Gets each line that the app logs. */
  readonly log: (line: string) => void;
};

export type AppProcess = {
  readonly pid: number;
  readonly endpoint: string;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
  kill(): void;
  /** Asks the app to finish what runs and to end. */
  drain(): Promise<void>;
};

const hostMain = fileURLToPath(import.meta.resolve("@tenantpilot/embedded-azure/host"));

/** Starts one app in a process of its own; resolves when it answers, rejects with CannotStart when it ends before. */
export async function startAppProcess(options: AppProcessOptions): Promise<AppProcess> {
  const args = [hostMain, "--app-root", options.appRoot, "--port", String(options.port), "--dir", options.dir];
  const child = spawn(process.execPath, args, { env: options.env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.stderr) createInterface({ input: child.stderr }).on("line", options.log);
  const endpoint = await endpointOf(child, options);
  return {
    pid: child.pid ?? 0,
    endpoint,
    ended,
    kill: () => void child.kill("SIGKILL"),
    drain: async () => {
      if (child.connected) child.send({ type: "drain" });
      await ended;
    },
  };
}

/** The child's one line on stdout. Later lines are the app's own console output and go to the log. */
function endpointOf(child: ChildProcess, { name, port, log }: AppProcessOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error("The child was spawned with a pipe on stdout.");
    createInterface({ input: child.stdout }).on("line", (line) => {
      const endpoint = parseReadyLine(line);
      if (endpoint === undefined) log(line);
      else resolve(endpoint);
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      const where = port === 0 ? "" : ` on port ${port}`;
      reject(new CannotStart(`The ${name} app did not start${where} (exit code ${code}); its log says why.`));
    });
  });
}

function parseReadyLine(line: string): string | undefined {
  try {
    const { ready, endpoint } = Object(JSON.parse(line));
    return ready === true && typeof endpoint === "string" ? endpoint : undefined;
  } catch {
    return undefined;
  }
}
