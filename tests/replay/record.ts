import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventName } from "@tenantpilot/embedded-azure/durable/event-name";
import type { RecordedHistory } from "@tenantpilot/embedded-azure/durable/replay-history";
import { openDurableStore } from "@tenantpilot/embedded-azure/durable/store";
import host from "../../host.json" with { type: "json" };
import { startStack } from "../../local/stack.ts";
import { historiesFolder } from "./recorded.ts";
import { liveScenario, platformRuns, scenarios } from "./scenarios.ts";

// npm run replay:record [-- SCENARIO ...]
// Lives the scenarios, all or those named, on the embedded engine and writes the history of each workflow that was
// different from the others of its scenario, in the folder of the workflows' version. For new workflows, or a new version
// of them: what replays today must go on replaying.

const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-record-"));
const named = process.argv.slice(2);
const wanted = Object.entries(scenarios).filter(([name]) => named.length === 0 || named.includes(name));
const scenarioOf = new Map<string, string>();
{
  await using stack = await startStack({ dataDir, portBase: 0 });
  for (const [name, live] of wanted) {
    process.stdout.write(`${name}\n`);
    scenarioOf.set((await liveScenario(stack, live)).id, name);
  }
}
const found = readHistories(join(dataDir, "apps", "worker", "durable"));
const folder = join(historiesFolder, host.extensions.durableTask.defaultVersion);
await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) {
  if (wanted.some(([name]) => file.startsWith(`${name}-`))) await rm(join(folder, file));
}
for (const [file, recorded] of found) {
  await writeFile(join(folder, file), `${JSON.stringify(recorded, null, 2)}\n`);
  process.stdout.write(`${file}: ${recorded.history.length} events\n`);
}
await rm(dataDir, { recursive: true, force: true });

/** By file name; of workflows that did the same in one scenario, the first. */
function readHistories(dir: string): Map<string, RecordedHistory> {
  const store = openDurableStore(dir);
  const shapes = new Set<string>();
  const files = new Map<string, RecordedHistory>();
  for (const { id, executionId, name, parentId, input } of store.instances({ limit: 10_000 })) {
    const recorded: RecordedHistory = {
      orchestrator: name,
      instanceId: id,
      executionId,
      parentId,
      input: input === null ? null : JSON.parse(input),
      history: store.history(id),
    };
    const { tenantId, runId } = Object(recorded.input);
    // Runs of the platform belong to no scenario's tenant; scenarios name them.
    const scenario = scenarioOf.get(String(tenantId)) ?? platformRuns.get(String(runId)) ?? "none";
    const shape = `${scenario} ${shapeOf(recorded)}`;
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    const number = [...files.keys()].filter((file) => file.startsWith(`${scenario}-${name}`)).length + 1;
    files.set(`${scenario}-${name}-${number}.json`, recorded);
  }
  store.close();
  return files;
}

function shapeOf({ orchestrator, history }: RecordedHistory): string {
  return [orchestrator, ...history.map(({ EventType, Name }) => `${eventName(EventType)} ${Name}`)].join();
}
