import { makeHttpApp } from "../../src/app/http-app.ts";
import { makeWorkerApp } from "../../src/app/worker-app.ts";
import { noCounts } from "../../src/domain/counts/counts.ts";
import { claim } from "../../src/domain/operation-run/lifecycle.ts";
import { openTenantScope, tenantIdSchema } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { parseHttpSettings, parseWorkerSettings } from "../../src/settings.ts";
import { aRun, someIds } from "../../tests/builders/a-run.ts";
import { fastClock } from "./fast-clock.ts";
import { watchMemory } from "./watch-memory.ts";

// The worker of the product in a process of its own: takes one snapshot of the tenant that the command line names, step
// by step as the workflow does, then another, and writes for each as a line of JSON how far its memory grew.

const [id = "", times = "1"] = process.argv.slice(2);
const tenantId = tenantIdSchema.parse(id);
const clock = fastClock(Number(times));
const worker = makeWorkerApp(parseWorkerSettings({ ...process.env, APP_PART: "worker" }), clock);
const http = makeHttpApp(parseHttpSettings({ ...process.env, APP_PART: "http" }));
const scope = openTenantScope(tenantId, "run");
const { runs } = http.storesFor(scope);

async function aClaimedRun(runId: string) {
  const { objectTypes } = await http.resolveTypes(scope, "snapshot.take", undefined);
  const run = aRun({
    id: runId,
    tenantId,
    input: { types: [...objectTypes], label: null },
    activeKey: runId,
    counts: noCounts,
  });
  await runs.create(run, {});
  await runs.apply(runId, claim(run, clock.nowMs()));
  return { tenantId, runId, attempt: 1 };
}

type SnapshotResult = { readonly objects: number; readonly gaps: readonly string[] };

async function takeSnapshot(runId: string): Promise<SnapshotResult> {
  const work = await aClaimedRun(runId);
  const plan = await worker.planOperation(work);
  if (plan.kind !== "planned") throw new Error("The run was not planned.");
  for (const groups of [plan.groups, plan.references]) {
    const outcomes = await Promise.all(groups.map((each) => worker.observeGroup({ ...work, ...each })));
    for (const outcome of outcomes) if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  }
  await worker.endOperation({ ...work, reason: "done", failure: null });
  const run = await runs.read(runId);
  if (run?.outcome !== "succeeded" && run?.outcome !== "partially_succeeded") {
    throw new Error(`The run ended as ${run?.outcome}: ${JSON.stringify(run?.failures)}`);
  }
  return { objects: run.counts.succeeded, gaps: run.failures.map(({ code, target }) => `${code} of ${target}`) };
}

// The first snapshot of a tenant stores everything; the second knows everything that the inventory has.
const newId = someIds();
for (const which of ["first", "second"]) {
  const watch = watchMemory();
  const startedAt = performance.now();
  const { objects, gaps } = await takeSnapshot(newId());
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  process.stdout.write(`${JSON.stringify({ which, objects, gaps, seconds, ...watch.grown() })}\n`);
}
process.exit(0);
