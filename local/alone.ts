import { mkdirSync } from "node:fs";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import type { RunningServer } from "@tenantpilot/embedded-azure/running-server";
import { servers } from "./stack/alone-servers.ts";
import { readOptions } from "./stack/read-options.ts";

// npm run -s local -- SERVER --port N --data DIR: one embedded server for anybody's tests (interfaces.md).

async function run(): Promise<void> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "0" },
      data: { type: "string" },
      config: { type: "string" },
      app: { type: "string" },
    },
  });
  const name = positionals[0] ?? "";
  const start = servers.get(name);
  if (!start) throw new CannotStart(`Say which server: ${[...servers.keys()].join(", ")}.`);
  if (values.data === undefined) throw new CannotStart("Say where its data is: --data DIR.");
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CannotStart("--port must be a port number.");
  mkdirSync(values.data, { recursive: true });
  const { line, server } = await start({ port, dir: values.data, config: values.config, app: values.app });
  endOnSignals(server);
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The launcher passes on a signal that the terminal has sent to every process: only the first one counts. */
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

run().catch((error: unknown) => {
  const text = error instanceof CannotStart ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
