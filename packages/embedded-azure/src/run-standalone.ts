import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CannotStart } from "./data-lock.ts";
import { readOptions } from "./read-options.ts";
import type { RunningServer } from "./running-server.ts";
import { startProblemOf } from "./start-problem.ts";

export type StandaloneOptions = {
  /** 0 is any free port. */
  readonly port: number;
  /** Folder of the data; it exists. */
  readonly dir: string;
  /** What the file of `--config` holds, parsed; undefined without one. */
  readonly config: unknown;
  /** Folder of the function app that a host runs. */
  readonly app: string | undefined;
};

/** A server and the line that announces it. */
export type StandaloneServer<Server extends RunningServer = RunningServer> = {
  readonly server: Server;
  readonly line: Readonly<Record<string, unknown>>;
};

/** How each server is started, by the name that people type. */
export type StandaloneServers = Readonly<Record<string, (options: StandaloneOptions) => Promise<StandaloneServer>>>;

/**
 * The command `SERVER --port N --data DIR [--config FILE] [--app FOLDER]`: starts one server, prints its line as JSON
 * on stdout, and ends it on SIGINT, SIGTERM or SIGHUP. A start that cannot be ends the process with 1 and a sentence.
 */
export async function runStandalone(servers: StandaloneServers): Promise<void> {
  try {
    const { line, server } = await start(servers);
    endOnSignals(server);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } catch (error) {
    process.stderr.write(`${textOf(error)}\n`);
    process.exit(1);
  }
}

function textOf(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const problem = startProblemOf(error, "the data folder");
  return problem ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function start(servers: StandaloneServers): Promise<StandaloneServer> {
  const text = { type: "string" } as const;
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { port: { ...text, default: "0" }, data: text, config: text, app: text },
  });
  const { data: dir, app } = values;
  const startServer = Object.hasOwn(servers, positionals[0] ?? "") ? servers[positionals[0] ?? ""] : undefined;
  if (!startServer) throw new CannotStart(`Say which server: ${Object.keys(servers).join(", ")}.`);
  if (dir === undefined) throw new CannotStart("Say where its data is: --data DIR.");
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CannotStart("--port must be a port number.");
  mkdirSync(dir, { recursive: true });
  return startServer({ port, dir, config: await readConfig(values.config), app });
}

async function readConfig(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new CannotStart(`--config ${file} cannot be read as JSON.`, { cause });
  }
}

/** A launcher passes on a signal that the terminal has sent to every process: only the first one counts. */
function endOnSignals(server: RunningServer): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}
