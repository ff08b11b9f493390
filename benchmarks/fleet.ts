import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fleetLimits } from "../config/limits.ts";
import { startStack } from "../local/stack.ts";
import { extrapolate } from "./fleet/extrapolate.ts";
import { type FleetMeasurement, makeTenants, measureFleet } from "./fleet/measure.ts";

// How long does a snapshot of a whole fleet take, and what does it ask of Graph, the database and the queue? 1,000 small
// tenants on this machine, where the two apps share it with every embedded server; then what 10,000 would take, with the
// arithmetic. `npm run bench -- fleet`; node tools/launch.mjs benchmarks/fleet.ts 100 takes fewer. Ends with 1 when a
// budget is passed. Request units are estimated by the embedded server (local/README.md).

const tenants = Number(process.argv[2] ?? 1_000);
const objects = 5;
const graphLatencyMs = 50;
const target = 10_000;

// Above what was measured, by what a busy machine needs. A request or a write more for each object type passes them.
const budget = {
  secondsATenant: 2,
  graphRequests: 120,
  storeRequests: 420,
  requestUnits: 650,
  busOperations: 3,
  appsMb: 1_200,
};

// The limit per caller is measured by its own tests.
const settings = { RATE_LIMIT_PER_SECOND: "100000", RATE_LIMIT_BURST: "100000" };

async function measure(): Promise<FleetMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    await using stack = await startStack({ dataDir: folder, portBase: 0, graphLatencyMs, settings });
    const ids = await makeTenants(stack, tenants, objects);
    let reported = 0;
    return await measureFleet(stack, ids, ({ counts }) => {
      if (counts.processed < reported + tenants / 10) return;
      reported = counts.processed;
      process.stderr.write(`  ${reported} of ${tenants} tenants\n`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [loadBefore = 0] = loadavg();
const measured = await measure();
const { fleet, wallMs } = measured;
const a = (total: number): number => total / tenants;
const rows = [
  ["requests to Graph", a(measured.graphRequests), `${measured.throttled} throttled in all`],
  ["requests to Cosmos DB", a(measured.storeRequests), ""],
  ["request units", a(measured.requestUnits), ""],
  ["operations of Service Bus", a(measured.busOperations), "sends and settlements"],
] as const;
const lines = [
  `load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} cores`,
  `fleet of ${tenants} tenants of ${objects} objects, ${graphLatencyMs} ms Graph latency, ${fleetLimits.atOnce} at once: ${fleet.outcome}`,
  `  wall time  ${(wallMs / 1_000).toFixed(0)} s, ${(a(wallMs) / 1_000).toFixed(2)} s a tenant`,
  `  memory     ${measured.appsMb.toFixed(0)} MB at most, both apps`,
  "  a tenant:",
  ...rows.map(([what, each, more]) => `    ${what.padEnd(28)}${each.toFixed(1).padStart(8)}   ${more}`.trimEnd()),
  ...extrapolate(measured, { tenants, target, ...fleetLimits }),
];
process.stdout.write(`${lines.join("\n")}\n`);

const exceeded = [
  ...(fleet.counts.succeeded === tenants && fleet.outcome === "succeeded" ? [] : [`the fleet ${fleet.outcome}`]),
  ...(a(wallMs) / 1_000 > budget.secondsATenant ? [`over ${budget.secondsATenant} s a tenant`] : []),
  ...(a(measured.graphRequests) > budget.graphRequests
    ? [`over ${budget.graphRequests} requests to Graph a tenant`]
    : []),
  ...(a(measured.storeRequests) > budget.storeRequests
    ? [`over ${budget.storeRequests} requests to Cosmos DB a tenant`]
    : []),
  ...(a(measured.requestUnits) > budget.requestUnits ? [`over ${budget.requestUnits} RU a tenant`] : []),
  ...(a(measured.busOperations) > budget.busOperations
    ? [`over ${budget.busOperations} queue operations a tenant`]
    : []),
  ...(measured.appsMb > budget.appsMb ? [`more than ${budget.appsMb} MB`] : []),
];
process.stdout.write(exceeded.length === 0 ? "  within budget\n" : `  OVER BUDGET: ${exceeded.join("; ")}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
