import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stack, startStack } from "../local/stack.ts";
import { clientOf } from "../tests/e2e/support/client.ts";
import { countsInterval } from "../web/src/api/counts-interval.ts";
import { aStoredTenant, type StoredTenant } from "./portal-cost/stored-tenant.ts";

// What does a tab of the portal cost that somebody leaves open? In request units as the embedded Cosmos DB estimates them.
// Ends with 1 when a budget is passed.

// An hourly schedule and what people start beside it, for a month.
const size = { objects: 300, runs: 1_000 };
const budget = { activeMinute: 400, idleMinute: 60, view: 20 };

// Tries of each read; the first one of a process remembers what the others need not read again.
const tries = 5;

/**
 * How often a minute a tab asks: lists and runs each 2 s while something is active and each 15 s else, the rest each 30 s.
 * Overviews and the platform's facts wait two minutes while nothing is active. Counts of runs follow a list that changes each
 * 30 s, else they wait the longer the more there is to count.
 */
const often = 30;
const seldom = 4;
const rarely = 2;
const patiently = 0.5;
const countsIdle = 60_000 / countsInterval(size.runs);

type Units = Record<
  "list" | "counts" | "bell" | "run" | "parts" | "summary" | "overview" | "inventory" | "facts" | "fleet" | "tenants",
  number
>;

/** Request units of each read, as a browser repeats it: with the ETag of the answer before. */
async function unitsOf(stack: Stack, { tenantId, activeRunId }: StoredTenant): Promise<Units> {
  const [operator, platform] = await Promise.all([clientOf(stack, "operator"), clientOf(stack, "platform-admin")]);
  const tenant = `/tenants/${tenantId}`;
  const measured = async (path: string, client = operator): Promise<number> => {
    const { headers, status } = await client.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    const { control } = stack.servers.cosmos;
    control.resetCharges();
    for (let each = 0; each < tries; each += 1) await client.get(path, { "if-none-match": headers.get("etag") ?? "" });
    return control.charges().total.requestUnits / tries;
  };
  return {
    list: await measured(`${tenant}/operations?limit=50`),
    counts: await measured(`${tenant}/operation-counts`),
    bell: await measured("/notifications/unread"),
    run: await measured(`${tenant}/operations/${activeRunId}`),
    parts: await measured(`${tenant}/operations/${activeRunId}/parts`),
    summary: await measured(`${tenant}/summary`),
    overview: await measured("/overview?limit=50"),
    inventory: await measured(`${tenant}/inventory?limit=50`),
    facts: await measured("/platform/facts", platform),
    fleet: await measured("/platform/operations?limit=50", platform),
    tenants: await measured("/platform/overview?limit=50", platform),
  };
}

async function measure(): Promise<Units> {
  const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    await using stack = await startStack({ dataDir, portBase: 0 });
    return await unitsOf(stack, await aStoredTenant(stack, size));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const units = await measure();
const bell = rarely * units.bell;
// Whoever looks after the platform is told on each page that is no tenant's whether it is paused.
const paused = bell + patiently * units.facts;
const minutes = {
  "operations, something active": often * units.list + rarely * units.counts + bell,
  "operations, nothing active": seldom * units.list + countsIdle * units.counts + bell,
  "a run at work": often * units.run + seldom * units.parts + bell,
  "inventory, nothing active": seldom * units.inventory + bell,
  "a tenant, nothing active": rarely * units.summary + bell,
  "home, nothing active": patiently * units.overview + bell,
  "home of the platform, nothing active": patiently * 2 * units.tenants + seldom * units.fleet + paused,
  "tenants of the platform, nothing active": patiently * units.tenants + paused,
  "home of the platform, something active": rarely * (2 * units.tenants + units.facts) + often * units.fleet + bell,
  "about and notifications, nothing active": paused,
};
const lines = [
  `request units of a tab: ${size.runs} runs in 31 days, ${size.objects} objects`,
  ...Object.entries(units).map(([name, value]) => `  ${name.padEnd(40)} ${value.toFixed(1).padStart(6)} a read`),
  ...Object.entries(minutes).map(([name, value]) => `  ${name.padEnd(40)} ${value.toFixed(0).padStart(6)} a minute`),
];
process.stdout.write(`${lines.join("\n")}\n`);

const exceeded = [
  ...Object.entries(minutes).flatMap(([name, value]) => {
    const most = name.endsWith("nothing active") ? budget.idleMinute : budget.activeMinute;
    return value > most ? [`${name}: over ${most} a minute`] : [];
  }),
  ...(units.summary > budget.view ? [`the page of a tenant takes over ${budget.view}`] : []),
];
process.stdout.write(exceeded.length === 0 ? "  within budget\n" : `  OVER BUDGET: ${exceeded.join("; ")}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
