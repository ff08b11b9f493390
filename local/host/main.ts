import { parseArgs } from "node:util";
import type { Log } from "./log.ts";
import { startHost } from "./start-host.ts";

// The process of one app, a child of the stack:
//   main.ts --app-root FOLDER --port N --dir FOLDER
// HOST_MASTER_KEY may hold the master key. One JSON line on stdout says that it is ready; log lines go to stderr.
// It ends with its parent, and drains on the parent's message {"type":"drain"}. Ctrl-C reaches the parent too, which decides.

// Longer than the host's own limit for closing: only a hang in between ends here.
const endLimitMs = 20_000;
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
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(1));
  const masterKey = process.env["HOST_MASTER_KEY"];
  const host = await startHost({
    ...readOptions(),
    ...(masterKey ? { masterKey } : {}),
    log,
    onTimeout: () => setImmediate(() => process.exit(timedOutExitCode)),
  });
  const end = (): void => {
    setTimeout(() => process.exit(0), endLimitMs).unref();
    host.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("message", (message: unknown) => {
    if (Object(message).type === "drain") end();
  });
  process.on("SIGTERM", end);
  process.stdout.write(`${JSON.stringify({ ready: true, endpoint: host.endpoint, key: host.masterKey })}\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`The app did not start: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
