import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "../local/stack.ts";
import { aTenant } from "../tests/e2e/support/tenant.ts";
import { makeApiClient } from "../tools/demo/api-client.ts";
import { anInsights } from "../tools/stack/an-insights.ts";
import { tenantOf } from "./graph/measure.ts";
import { type HistoryUsage, usageOfHistory } from "./usage/history.ts";
import { type RunUsage, type Usage, usageOf, usageOfSnapshot } from "./usage/measure.ts";

// What does a snapshot use of what Azure bills, and what does a minute without work? infra/README.md counts with these
// figures. Ends with 1 when a budget is passed.

const objects = 300;
const graphLatencyMs = 100;

// A third above what was measured: more is a request or a record for each object that was not there before.
const budget = { firstUnits: 9_000, nextUnits: 7_500, minuteUnits: 60, telemetryKb: 250 };

// Sealing what a run leaves in the audit is far below the run itself, and looking for nothing costs next to nothing.
const auditBudget = { digestUnits: 60, digestWrites: 1, roundUnits: 5 };

// What the histories of objects take beside the snapshots that they are derived from (specs/010-reading).
const historyBudget: HistoryUsage = { first: 2_400, quiet: 15, busy: 100, history: 10, day: 10 };

type Measured = {
  readonly first: RunUsage;
  readonly next: RunUsage;
  readonly minute: Usage;
  readonly digest: Usage;
  readonly round: Usage;
};

async function measure(): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-bench-"));
  try {
    await using insights = await anInsights(join(dataDir, "tls"));
    const settings = { APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString };
    await using stack = await startStack({ dataDir, portBase: 0, graphLatencyMs, settings });
    const tenant = await aTenant(stack, "Measured tenant");
    for (const [path, members] of Map.groupBy(tenantOf(objects), ({ collectionPath }) => collectionPath)) {
      tenant.put(
        path,
        members.map(({ object }) => object),
      );
    }
    const client = makeApiClient(stack.ready.api, tenant.id, await stack.tokenFor("operator"));
    const deps = { stack, insights };
    const first = await usageOfSnapshot(deps, client);
    const { worker } = stack.apps;
    await worker.run("audit");
    const next = await usageOfSnapshot(deps, client);
    const [, digest] = await usageOf(deps, () => worker.run("audit"));
    const [, round] = await usageOf(deps, () => worker.run("audit"));
    const [, minute] = await usageOf(deps, async () => {
      await worker.run("reconciler");
      await worker.run("schedules");
    });
    return { first, next, minute, digest, round };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function linesOf(title: string, usage: Usage & Partial<RunUsage>): string[] {
  const { requestUnits, databaseRequests, blobWrites, blobReads, telemetryRecords, telemetryKb } = usage;
  const run =
    usage.workerSeconds === undefined
      ? []
      : [
          `    ${usage.objects} objects, ${usage.graphRequests} requests to Graph, ${usage.workerSeconds.toFixed(1)} s of the worker`,
          `    ${((usage.bytesAdded ?? 0) / 1_000_000).toFixed(2)} MB of new blobs`,
        ];
  return [
    `  ${title}`,
    ...run,
    `    ${requestUnits.toFixed(0)} request units (${databaseRequests} requests)`,
    `    ${blobWrites} writes and ${blobReads} other operations on blobs`,
    `    ${telemetryKb.toFixed(0)} KB of telemetry (${telemetryRecords} records)`,
  ];
}

const historyTitles: Readonly<Record<keyof HistoryUsage, string>> = {
  first: "versions of a first snapshot",
  quiet: "versions of a night in which nothing changed",
  busy: "versions of a night in which 2 % of the objects changed",
  history: "the history of an object, where the tenant has 10,000 versions",
  day: "the changes of a day, where the tenant has 10,000 versions",
};
const historyKeys = ["first", "quiet", "busy", "history", "day"] as const;

const { first, next, minute, digest, round } = await measure();
const history = await usageOfHistory();
const lines = [
  `what is used for a tenant of ${first.objects} objects, ${graphLatencyMs} ms Graph latency`,
  ...linesOf("its first snapshot", first),
  ...linesOf("a snapshot in which nothing changed", next),
  ...linesOf("the digest of that run's audit entries", digest),
  ...linesOf("a round that finds no audit entry to seal, of all tenants", round),
  ...linesOf("a minute without work: reconciler and schedules", minute),
  ...historyKeys.map((key) => `  ${historyTitles[key]}: ${history[key].toFixed(1)} request units`),
];
process.stdout.write(`${lines.join("\n")}\n`);

const exceeded = [
  ...(first.requestUnits > budget.firstUnits
    ? [`the first snapshot takes over ${budget.firstUnits} request units`]
    : []),
  ...(next.requestUnits > budget.nextUnits ? [`a snapshot takes over ${budget.nextUnits} request units`] : []),
  ...(minute.requestUnits > budget.minuteUnits ? [`a minute takes over ${budget.minuteUnits} request units`] : []),
  ...(digest.requestUnits > auditBudget.digestUnits
    ? [`a digest takes over ${auditBudget.digestUnits} request units`]
    : []),
  ...(digest.blobWrites > auditBudget.digestWrites ? ["a digest writes more than one blob"] : []),
  ...(round.requestUnits > auditBudget.roundUnits
    ? [`a round without entries takes over ${auditBudget.roundUnits} request units`]
    : []),
  ...historyKeys
    .filter((key) => history[key] > historyBudget[key])
    .map((key) => `${historyTitles[key]} take over ${historyBudget[key]} request units`),
  ...(first.telemetryKb > budget.telemetryKb ? [`telemetry is over ${budget.telemetryKb} KB`] : []),
];
process.stdout.write(exceeded.length === 0 ? "  within budget\n" : `  OVER BUDGET: ${exceeded.join("; ")}\n`);
process.exit(exceeded.length === 0 ? 0 : 1);
