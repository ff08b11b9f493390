import { enableCompileCache, flushCompileCache } from "node:module";
import { parseArgs } from "node:util";
import type { Log } from "./log.ts";
import type { RunningHost } from "./start-host.ts";

// The process of one app, a child of the stack:
//   main.ts --app-root FOLDER --port N --dir FOLDER
// HOST_MASTER_KEY may hold the master key. One JSON line on stdout says that it is ready; log lines go to stderr.
// It ends with its parent, and drains on the parent's message {"type":"drain"}. Ctrl-C reaches the parent too, which decides.

// Longer than the host's own limit for closing: only a hang in between ends here.
const endLimitMs = 20_000;
// Node writes its compile cache when it ends, and a killed process never does.
const flushAfterMs = 1000;
// Azure replaces a worker process in which a handler ran past functionTimeout; here the parent starts a new one on this code.
const timedOutExitCode = 70;

const log: Log = (level, category, message) => {
  if (level !== "trace" && level !== "debug") {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, category, message })}\n`);
  }
};

function readOptions(): { appRoot: string; port: number; dir: string } {
  const { values } = parseArgs({
    options: { "app-root": { type: "string" }, port: { type: "string" }, dir: { type: "string" } },
  });
  const appRoot = values["app-root"] ?? process.env["HOST_APP_ROOT"];
  const dir = values.dir ?? process.env["HOST_DIR"];
  if (!appRoot || !dir) throw new Error("Say which app and which data folder: --app-root FOLDER --dir FOLDER");
  return { appRoot, dir, port: Number(values.port ?? process.env["HOST_PORT"] ?? 0) };
}

async function run(): Promise<void> {
  let end = (): void => process.exit(0);
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(1));
  process.on("SIGTERM", () => end());
  process.on("message", (message: unknown) => {
    if (Object(message).type === "drain") end();
  });
  const host = await start();
  end = () => {
    setTimeout(() => process.exit(0), endLimitMs).unref();
    host.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.stdout.write(`${JSON.stringify({ ready: true, endpoint: host.endpoint, key: host.masterKey })}\n`);
  setTimeout(flushCompileCache, flushAfterMs).unref();
}

/** Compiled code is kept between starts, which saves a third of the time; what is imported before has no part in it. */
async function start(): Promise<RunningHost> {
  enableCompileCache();
  const { startHost } = await import("./start-host.ts");
  const masterKey = process.env["HOST_MASTER_KEY"];
  return startHost({
    ...readOptions(),
    ...(masterKey ? { masterKey } : {}),
    log,
    onTimeout: () => setImmediate(() => process.exit(timedOutExitCode)),
  });
}

// A rejection ends the process with code 1; Node prints it with the place of a syntax error, which the error alone does not say.
await run();
