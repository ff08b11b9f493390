import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "../local/stack.ts";
import { measureRights, type RightsUnits } from "./start/measure-rights.ts";
import { measureRun, type RunUnits } from "./start/measure-run.ts";
import { measureRates, measureUnits, type StartRate } from "./start/measure-starts.ts";

// How fast does the start surface answer, and how many request units of Cosmos DB do a start, a join, the rights of a read
// and a whole run take? The worker is down while starts are measured, so that runs stay queued and nothing else asks the
// database. Ends with 1 when a budget is passed. Units are estimated by the embedded server (local/README.md).

// Times are above what was measured on 2 cores by what a busy machine needs, and hold up to 16 clients at once.
const budget = {
  startUnits: 60,
  joinUnits: 10,
  rightsUnits: 3,
  firstUnits: 2_400,
  againUnits: 600,
  p50Ms: 400,
  p99Ms: 1_500,
};

// Serverless, West US: Azure's Retail Prices API (infra/README.md, "Costs").
const dollarsAMillionUnits = 0.279;

const objects = 300;
// All calls come from one person; the limit per caller is measured by its own tests.
const settings = { RATE_LIMIT_PER_SECOND: "100000", RATE_LIMIT_BURST: "100000" };

async function measure() {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    await using stack = await startStack({ dataDir: folder, portBase: 0, settings });
    const run = await measureRun(stack, objects);
    await stack.apps.worker.kill({ restart: false });
    const units = await measureUnits(stack);
    const rates = await measureRates(stack);
    return { run, units, rates, rights: await measureRights(stack.servers) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rateRow({ what, clients, perSecond, p50Ms, p99Ms }: StartRate): string {
  const times = `p50 ${p50Ms.toFixed(0).padStart(4)} ms, p99 ${p99Ms.toFixed(0).padStart(4)} ms`;
  return `  ${what.padEnd(10)}${String(clients).padStart(3)} clients ${perSecond.toFixed(0).padStart(5)} /s   ${times}`;
}

function unitsRow(what: string, units: number, aim?: number): string {
  const dollars = ((units * 1_000 * dollarsAMillionUnits) / 1_000_000).toFixed(4);
  const limit = aim === undefined ? "" : `   budget ${aim}`;
  return `  ${what.padEnd(50)}${units.toFixed(1).padStart(8)} RU   $${dollars} per 1,000${limit}`;
}

function runRows({ first, again }: RunUnits): string[] {
  return [
    unitsRow(`whole run, ${objects} new objects`, first.units, budget.firstUnits),
    unitsRow(`whole run, ${objects} unchanged objects`, again.units, budget.againUnits),
    `  payloads and manifests put: ${first.blobsPut} new, ${again.blobsPut} unchanged`,
  ];
}

function rightsRows({ own, byOneOfTen, byEachOfTen }: RightsUnits): string[] {
  return [
    unitsRow("rights of a read, own membership", own, budget.rightsUnits),
    unitsRow("  ten groups in the token, one of them a member", byOneOfTen, budget.rightsUnits),
    unitsRow("  ten groups and the caller, all of them members", byEachOfTen, budget.rightsUnits),
  ];
}

const [loadBefore = 0] = loadavg();
const { run, units, rates, rights } = await measure();
const lines = [
  `load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} cores`,
  "start surface:",
  ...rates.map(rateRow),
  "request units:",
  unitsRow("start", units.start, budget.startUnits),
  unitsRow("start with an Idempotency-Key", units.keyedStart, budget.startUnits),
  unitsRow("join", units.join, budget.joinUnits),
  ...rightsRows(rights),
  ...runRows(run),
];
process.stdout.write(`${lines.join("\n")}\n`);

const slow = (limit: "p50Ms" | "p99Ms"): StartRate[] =>
  rates.filter((rate) => rate.clients <= 16 && rate[limit] > budget[limit]);
const exceeded = [
  ...(Math.max(units.start, units.keyedStart) > budget.startUnits
    ? [`a start takes over ${budget.startUnits} RU`]
    : []),
  ...(units.join > budget.joinUnits ? [`a join takes over ${budget.joinUnits} RU`] : []),
  ...(Math.max(rights.own, rights.byOneOfTen) > budget.rightsUnits
    ? [`rights take over ${budget.rightsUnits} RU`]
    : []),
  ...(run.first.units > budget.firstUnits ? [`a new tenant takes over ${budget.firstUnits} RU`] : []),
  ...(run.again.units > budget.againUnits ? [`unchanged objects take over ${budget.againUnits} RU`] : []),
  ...(run.again.blobsPut > 1 ? ["an unchanged payload is put"] : []),
  ...slow("p50Ms").map(({ clients }) => `half of the starts of ${clients} clients take over ${budget.p50Ms} ms`),
  ...slow("p99Ms").map(({ clients }) => `one of 100 starts of ${clients} clients takes over ${budget.p99Ms} ms`),
];
process.stdout.write(exceeded.length === 0 ? "  within budget\n" : `  OVER BUDGET: ${exceeded.join("; ")}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
