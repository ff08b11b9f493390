import { createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "@tenantpilot/embedded-azure/read-options";
import { fillLines } from "../../local/stack/fill-lines.ts";
import { startStack } from "../../local/stack.ts";
import { visibleText } from "../../src/domain/text/visible-text.ts";
import { runDemo } from "./run-demo.ts";
import { runOnboarding } from "./run-onboarding.ts";

// npm run demo: the main job on the built-in tenants, from an empty folder to a second snapshot. With --onboard: how a new
// customer comes in.

// Enough for a person to see the run at work.
const graphLatencyMs = 40;

const { values } = readOptions({
  options: {
    import: { type: "string", multiple: true, default: [] },
    onboard: { type: "boolean", default: false },
  },
});
const folder = await mkdtemp(join(tmpdir(), "tenantpilot-demo-"));
const logFile = join(folder, "apps.log");
const log = createWriteStream(logFile);

/** Whether all was taken that the imported folders hold, as far as its content is known. */
async function demo(): Promise<boolean> {
  process.stdout.write("Starting the embedded services and the two apps ...\n");
  await using stack = await startStack({
    dataDir: join(folder, "data"),
    portBase: 0,
    graphLatencyMs,
    importFolders: values.import,
    log: (line) => void log.write(`${line}\n`),
  });
  const say = (line: string): void => void process.stdout.write(`${visibleText(line)}\n`);
  for (const line of stack.filled.flatMap(fillLines)) say(line);
  await (values.onboard ? runOnboarding(stack, say) : runDemo(stack.ready, stack.graphControlKey, say));
  const problems = stack.tenants.flatMap(({ imported }) => imported?.problems ?? []);
  return problems.every(({ isUnreadable }) => isUnreadable);
}

/** Everything is written before the process ends. */
async function ended(stream: WriteStream): Promise<void> {
  await new Promise((resolve) => stream.end(resolve));
}

try {
  const isWhole = await demo();
  await ended(log);
  await rm(folder, { recursive: true, force: true });
  if (!isWhole) process.stderr.write("The demo went well, but not all that was imported was taken (exit code 3).\n");
  process.exit(isWhole ? 0 : 3);
} catch (error) {
  await ended(log);
  process.stderr.write(`The demo failed: ${visibleText(error instanceof Error ? error.message : String(error))}\n`);
  process.stderr.write(`What the apps said is in ${logFile}\n`);
  process.exit(1);
}
