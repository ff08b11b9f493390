import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { readOptions } from "@tenantpilot/embedded-azure/read-options";
import { startProblemOf } from "@tenantpilot/embedded-azure/start-problem";
import { visibleText } from "../src/domain/text/visible-text.ts";
import { appFolder, repository } from "./stack/app-folder.ts";
import { parseFaults } from "./stack/faults-file.ts";
import { fillLines } from "./stack/fill-lines.ts";
import { namesForeignServices } from "./stack/foreign-services.ts";
import { openLog } from "./stack/open-log.ts";
import { builtPortal } from "./stack/portal-files.ts";
import { preparePortal } from "./stack/prepare-portal.ts";
import { removeStackFile, writeStackFile } from "./stack/stack-file.ts";
import { startApps } from "./stack/start-apps.ts";
import { type Stack, startStack } from "./stack.ts";

// npm start: the whole product until Ctrl-C (interfaces.md).

const { values } = readOptions({
  options: {
    data: { type: "string", default: ".tenantpilot" },
    "port-base": { type: "string", default: "7071" },
    json: { type: "boolean", default: false },
    import: { type: "string", multiple: true, default: [] },
    "graph-latency-ms": { type: "string", default: "0" },
    faults: { type: "string" },
    "no-portal": { type: "boolean", default: false },
  },
});

function wholeNumber(name: "port-base" | "graph-latency-ms", most: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new CannotStart(`--${name} must be a whole number from 0 to ${most}.`);
}

async function run(): Promise<void> {
  const dir = values.data;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const logFile = join(dir, "apps.log");
  const log = await openLog(logFile, fail);
  process.stderr.write("Starting TenantPilot ...\n");
  if (namesForeignServices(process.env)) return runApps(dir, logFile, log);
  const starting = startStack({
    dataDir: dir,
    portBase: wholeNumber("port-base", 65_000),
    graphLatencyMs: wholeNumber("graph-latency-ms", 60_000),
    importFolders: values.import,
    ...(values.faults === undefined ? {} : await parseFaults(values.faults)),
    log,
  });
  // Both go on at once; the first that fails ends the process, and the apps with it.
  const [stack] = await Promise.all([starting, portal()]);
  await writeStackFile(dir, stack.ready);
  endOnSignals(stack.close, dir);
  announce(stack, logFile);
}

/** Built from the sources beside the start; a package brings its own. */
async function portal(): Promise<void> {
  if (values["no-portal"] || appFolder() !== repository) return;
  await preparePortal({ repository, to: builtPortal });
}

/** Real services: only the apps run here, with what the environment says. */
async function runApps(dataDir: string, logFile: string, log: (line: string) => void): Promise<void> {
  const starting = startApps({ dataDir, portBase: wholeNumber("port-base", 65_000), env: process.env, log });
  const [apps] = await Promise.all([starting, portal()]);
  endOnSignals(apps.close, dataDir);
  const { ready } = apps;
  const text = [
    `Open ${ready.portal}`,
    `It works with ${ready.cosmos.endpoint}.`,
    `The apps log to ${logFile}. Ctrl-C ends everything.`,
  ];
  process.stdout.write(values.json ? `${JSON.stringify(ready)}\n` : `${text.join("\n")}\n`);
}

function announce({ ready, filled }: Stack, logFile: string): void {
  for (const line of filled.flatMap(fillLines)) process.stderr.write(`${line}\n`);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(ready)}\n`);
    return;
  }
  const lines = [
    `Open ${ready.portal}`,
    ...ready.tenants.map(({ id, name }) => `  tenant ${id}  ${name}`),
    `People: ${ready.users.join(", ")}. A program gets a token by npm run -s token -- --user owner --data ${values.data}`,
    `The apps log to ${logFile}. Ctrl-C ends everything.`,
  ];
  process.stdout.write(`${lines.map(visibleText).join("\n")}\n`);
}

/** Ctrl-C reaches the launcher, this process and the apps at once: only the first signal counts, and only here. */
function endOnSignals(close: () => Promise<void>, dir: string): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    process.stderr.write("Ending: what runs may finish ...\n");
    removeStackFile(dir)
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

function fail(error: unknown): never {
  const inUse = /EADDRINUSE[^\n]*?:(?<port>\d+)/.exec(error instanceof Error ? error.message : "")?.groups?.["port"];
  const text = inUse ? `Port ${inUse} is taken: choose another --port-base.` : textOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function textOf(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const problem = startProblemOf(error, values.data);
  if (problem !== undefined) return problem;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

run().catch(fail);
