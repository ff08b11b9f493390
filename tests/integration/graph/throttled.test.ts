import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { runLimits } from "../../../config/limits.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import { notThrottled } from "../../../src/domain/graph/graph-client.ts";
import { typeResults } from "../../../src/domain/observation/type-results.ts";
import { claim } from "../../../src/domain/operation-run/lifecycle.ts";
import { snapshotTake } from "../../../src/domain/operation-run/run-types/snapshot-take.ts";
import { toGraphRun } from "../../../src/domain/operation-run/to-graph-run.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { makeObjectMemory } from "../../../src/use-cases/observation/object-memory.ts";
import { makeObjectSlots } from "../../../src/use-cases/observation/object-slots.ts";
import { observeGroup } from "../../../src/use-cases/observation/observe-group.ts";
import { observeTypes } from "../../../src/use-cases/observation/observe-types.ts";
import { planOperation } from "../../../src/use-cases/run/plan-operation.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { aRun, aScope, tenantId } from "../../builders/a-run.ts";
import { aProduct, type Product } from "../a-product.ts";

const clock = aHurryingClock();
const minuteMs = 60_000;
const lookMs = 10_000;
let product: Product;
let graph: TestGraph;
beforeAll(async () => {
  [product, graph] = await Promise.all([aProduct(), aGraph({ contracts, nowMs: () => clock.nowMs() })]);
  graph.control.putObjects(tenantId, "/deviceManagement/deviceCategories", [{ id: "1", displayName: "One" }]);
  graph.control.putObjects(tenantId, "/deviceManagement/assignmentFilters", [{ id: "2", displayName: "Two" }]);
});
afterAll(async () => {
  await graph.close();
  await product[Symbol.asyncDispose]();
});

const index = makeContractIndex(contracts);
const types = ["assignmentFilter", "deviceCategory"];

async function aPlannedRun(id: string) {
  const stores = product.storesFor(aScope);
  const run = aRun({ id, input: { types, label: null }, activeKey: id });
  await stores.runs.create(run, {});
  await stores.runs.apply(id, claim(run, clock.nowMs()));
  const typeOf = (key: string) => ({ key, serviceGroup: "deviceConfiguration", isReference: false });
  await planOperation({ stores, typeOf }, { tenantId, runId: id, attempt: 1 });
  return stores;
}

/** Reads the group once, as an activity of a process that knows nothing of those before it. */
function readGroup(stores: ReturnType<Product["storesFor"]>, runId: string) {
  const credentialFor = () => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) });
  const gateway = makeGraphGateway({
    baseUrl: graph.endpoint,
    scope: "graph",
    clock,
    credentialFor,
    telemetry: noTelemetry,
  });
  const group = "deviceConfiguration";
  const slots = makeObjectSlots(10, makeObjectMemory());
  const deps = { stores, clock, limits: runLimits, newId: product.newId, byCollection: index.byCollection };
  return observeGroup(
    {
      ...deps,
      isPaused: async () => false,
      throttling: () => notThrottled,
      takeRequests: () => 0,
      observeTypes: (request) => {
        const client = gateway.forTenant(aScope, toGraphRun(request.run, group));
        return observeTypes({ ...deps, graph: client, contracts: index, slots }, request);
      },
    },
    { tenantId, runId, attempt: 1, group, types },
  );
}

/** What the workflow does with a group of a run that has worked so long: calls the activity, and again when it asks. */
async function readAsWorkflow(runId: string, workedMs: number) {
  const stores = await aPlannedRun(runId);
  clock.passed(workedMs);
  const startedMs = clock.nowMs();
  const waits = new Set<string>();
  for (let calls = 1; ; calls += 1) {
    const outcome = await readGroup(stores, runId);
    const run = await stores.runs.read(runId);
    const waiting = run?.progress["deviceConfiguration"]?.waiting;
    if (waiting) waits.add(`${waiting.reason} ${(Date.parse(waiting.until) - startedMs) / minuteMs}`);
    if (outcome.kind !== "busy") {
      const parts = await stores.parts.ofAttempt(runId, 1);
      const states = typeResults(parts)
        .map(({ type, typeState, counts }) => `${type} ${typeState.state} ${counts.succeeded}`)
        .sort();
      return { outcome, calls, waits: [...waits], states, passedMs: clock.nowMs() - startedMs };
    }
    expect(Date.parse(outcome.until) - clock.nowMs()).toBeLessThanOrEqual(snapshotTake.heartbeatMs);
    // A busy worker comes later than it is asked to.
    clock.passed(lookMs);
    expect(clock.nowMs() - Date.parse(run?.heartbeatAt ?? "")).toBeLessThan(runLimits.silentAfterMs / 2);
  }
}

function throttleFor(seconds: string, times: number): void {
  const fault = {
    kind: "status",
    status: 429,
    match: "^GET .*deviceCategories",
    times,
    retryAfter: seconds,
  } as const;
  graph.control.setFaults({ seed: 1, faults: [fault] });
  graph.control.resetCounters();
}

it("a run lives through three times a Retry-After of 40 minutes, each believed for 15: it waits without a worker's place, is never silent, and has no gap", async () => {
  throttleFor("2400", 3);
  const { outcome, calls, waits, states, passedMs } = await readAsWorkflow("01hzy3v9k2m4n6p8q0r2s4t6v1", 0);
  expect(outcome).toEqual({ kind: "done" });
  expect(states).toEqual(["assignmentFilter complete 1", "deviceCategory complete 1"]);
  expect(waits).toEqual(
    [15, 30, 45].map((minute) => expect.stringMatching(new RegExp(`^throttled ${minute}(\\.\\d+)?$`))),
  );
  expect(passedMs).toBeGreaterThan(45 * minuteMs);
  // Looked at all the time, so that a cancel is heard, and asked of Graph again only when what was believed has passed.
  // Each of the three holds ends between two looks.
  expect(calls).toBeGreaterThanOrEqual((45 * minuteMs) / lookMs - 3);
  expect(graph.control.counters().byPath["GET /beta/deviceManagement/deviceCategories"]).toBe(4);
});

it("a run does not wait for Graph when its deadline leaves no time after: it ends, and names what is missing", async () => {
  throttleFor("14400", 1);
  const { outcome, calls, states } = await readAsWorkflow("01hzy3v9k2m4n6p8q0r2s4t6v2", 200 * minuteMs);
  expect([outcome, calls]).toEqual([{ kind: "done" }, 1]);
  expect(states).toEqual([expect.stringMatching(/^assignmentFilter /), "deviceCategory incomplete 0"]);
});
