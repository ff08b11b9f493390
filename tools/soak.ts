import { parseArgs } from "node:util";
import { blobsLoad } from "@tenantpilot/embedded-azure/kills/blobs";
import { cosmosLoad } from "@tenantpilot/embedded-azure/kills/cosmos";
import { durableLoad } from "@tenantpilot/embedded-azure/kills/durable";
import { killSeries, type Load } from "@tenantpilot/embedded-azure/kills/kill-series";
import { serviceBusLoad } from "@tenantpilot/embedded-azure/kills/service-bus";
import { fuzzApi } from "./soak/api/fuzz-api.ts";
import { formLaws } from "./soak/forms/form-laws.ts";
import { observeEveryCollection } from "./soak/graph/observe-every-collection.ts";
import { faultSeeds } from "./soak/runs/fault-seeds.ts";
import { killRuns } from "./soak/runs/kill-runs.ts";
import { historySeeds } from "./soak/versions/broken-histories.ts";
import { searchCanariesAlone } from "./soak/walls/search-canaries.ts";

// --seed N --minutes M [--only SERIES] [--kills K] [--from P]
// Kills each embedded server at random moments under load (20 times); reads random objects of every type through a Graph
// that pages and refuses at random; compares 10,000 random objects with each other; derives
// 1,000 random histories under kills; sends 20,000 random requests to the
// API, and 2,000 of three tenants at once after which traces of the others are looked for; kills parts of the whole
// product, and all of
// it, while runs are at work (50 times); lives 200 fault plans on it. One series after the other, with the next seed each
// time, until the time is over; one round is always done. --kills is the number of kills, of cases, of requests or of plans, and
// --from the first plan. What is printed after a failure repeats its series: the same changes and moments, as far as the
// machine's clock allows.

type Counts = { readonly kills: number | undefined; readonly from: number | undefined };
type Series = (seed: number, counts: Counts) => Promise<{ did: string; contradictions: readonly string[] }>;

const series: Readonly<Record<string, Series>> = {
  cosmos: killing(cosmosLoad),
  "service-bus": killing(serviceBusLoad),
  blobs: killing(blobsLoad),
  durable: killing(durableLoad),
  graph: observeEveryCollection,
  forms: (seed, { kills }) => formLaws(seed, kills),
  versions: (seed, { kills = 1_000 }) => historySeeds(seed * 1_000_000, kills),
  api: (seed, { kills = 20_000 }) => fuzzApi(seed, kills),
  walls: (seed, { kills = 2_000 }) => searchCanariesAlone(seed, kills),
  runs: (seed, { kills }) => killRuns(seed, kills),
  faults: (seed, { kills, from }) => faultSeeds(seed, kills, from),
};

function killing(load: Load): Series {
  return async (seed, { kills = 20 }) => {
    const { acknowledged, contradictions } = await killSeries(load, seed, kills);
    return { did: `${kills} kills, ${acknowledged} acknowledged`, contradictions };
  };
}

type Options = {
  readonly seed: number;
  readonly minutes: number;
  readonly counts: Counts;
  readonly names: readonly string[];
};

function parseOptions(): Options | string {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { seed: text, minutes: text, kills: text, from: text, only: { ...text, multiple: true } },
  });
  const [seed, minutes] = [values.seed ?? "1", values.minutes ?? "0"].map(Number);
  const whole = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value));
  const counts = { kills: whole(values.kills), from: whole(values.from) };
  if (![seed, counts.kills ?? 1, counts.from ?? 1].every(Number.isInteger))
    return "--seed, --kills and --from must be whole numbers.";
  if (minutes === undefined || !(minutes >= 0)) return "--minutes must be a number.";
  const names = values.only ?? Object.keys(series);
  const unknown = names.find((name) => !Object.hasOwn(series, name));
  if (unknown !== undefined) return `There is no series ${unknown}: ${Object.keys(series).join(", ")}.`;
  return { seed: seed ?? 1, minutes, counts, names };
}

async function soak({ seed: first, minutes, counts, names }: Options): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  for (let seed = first; ; seed += 1) {
    for (const name of names) {
      if (!(await isGreen(name, seed, counts))) return;
      if (seed > first && Date.now() > end) return;
    }
    if (Date.now() > end) return;
  }
}

async function isGreen(name: string, seed: number, counts: Counts): Promise<boolean> {
  const run = series[name];
  if (!run) return false;
  const startedAt = Date.now();
  const { did, contradictions } = await run(seed, counts).catch((error: unknown) => ({
    did: "broken off",
    contradictions: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  const result = contradictions.length === 0 ? "nothing lost, nothing unasked" : "FAILED";
  process.stdout.write(`${name}: seed ${seed}, ${did}, ${seconds} s: ${result}\n`);
  if (contradictions.length === 0) return true;
  process.exitCode = 1;
  for (const each of contradictions.slice(0, 20)) process.stdout.write(`  ${each}\n`);
  const more = Object.entries(counts).map(([option, value]) => (value === undefined ? "" : ` --${option} ${value}`));
  process.stdout.write(`Again: npm run soak -- --seed ${seed} --only ${name}${more.join("")}\n`);
  return false;
}

const options = parseOptions();
if (typeof options === "string") {
  process.stderr.write(`${options}\n`);
  process.exitCode = 1;
} else {
  await soak(options);
}
