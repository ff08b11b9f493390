import { expect, it } from "vitest";
import { createOf } from "../../../src/adapters/cosmos/record-operations.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { mostCounted, runStates, type StateCounts } from "../../../src/domain/operation-run/state-counts.ts";
import { countRuns } from "../../../src/use-cases/run/count-runs.ts";
import { aRun, otherScope } from "../../builders/a-run.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const dayMs = 86_400_000;
const running = { status: "running", outcome: "pending" } as const;
const ended = (outcome: OperationRun["outcome"]) => ({ status: "completed", outcome }) as const;

/** Stores runs as they are, a day before now unless they say so. */
async function put(runs: readonly Partial<OperationRun>[]): Promise<void> {
  const { product, scope } = its;
  const createdAt = new Date(its.clock.nowMs() - dayMs).toISOString();
  const operations = runs.map((given) => {
    const id = product.newId();
    return createOf("run", id, scope.tenantId, aRun({ createdAt, activeKey: id, writeKey: id, ...given, id }));
  });
  for (let start = 0; start < operations.length; start += 100) {
    await product.cosmos.tenantData.items.batch(operations.slice(start, start + 100), scope.tenantId);
  }
}

const countsOf = (filter: Parameters<typeof countRuns>[2] = {}, scope = its.scope): Promise<StateCounts> =>
  countRuns({ storesFor: its.product.storesFor, clock: its.clock }, scope, filter);

/** The states that have runs. */
async function foundIn(filter: Parameters<typeof countRuns>[2] = {}): Promise<Record<string, number>> {
  const counts = Object.entries(await countsOf(filter)).filter(([, { count }]) => count > 0);
  return Object.fromEntries(counts.map(([state, { count }]) => [state, count]));
}

it("counts runs by state, each run in one", async () => {
  await put([
    {},
    running,
    running,
    ...["succeeded", "partially_succeeded", "failed", "failed", "cancelled"].map((each) => ended(each as "failed")),
  ]);
  const counts = await countsOf();
  expect(Object.keys(counts).sort()).toEqual([...runStates].sort());
  expect(await foundIn()).toEqual({
    queued: 1,
    running: 2,
    succeeded: 1,
    partially_succeeded: 1,
    failed: 2,
    cancelled: 1,
  });
  expect(Object.values(counts).some(({ more }) => more)).toBe(false);
});

it("counts the last 30 days, unless a time is named", async () => {
  const createdAt = new Date(its.clock.nowMs() - 31 * dayMs).toISOString();
  await put([ended("failed"), { ...ended("succeeded"), createdAt }]);
  expect(await foundIn()).toEqual({ failed: 1 });
  expect(await foundIn({ from: createdAt })).toEqual({ failed: 1, succeeded: 1 });
  expect(await foundIn({ to: new Date(its.clock.nowMs() - 30 * dayMs).toISOString() })).toEqual({ succeeded: 1 });
});

it("counts what fits the filters of the list", async () => {
  await put([ended("failed"), { ...ended("failed"), type: "inventory.sync" }, running]);
  expect(await foundIn({ type: "inventory.sync" })).toEqual({ failed: 1 });
  expect(await foundIn({ status: "running" })).toEqual({ running: 1 });
  expect(await foundIn({ text: "olga" })).toEqual({ failed: 2, running: 1 });
  expect(await foundIn({ text: "nobody" })).toEqual({});
});

it("counts no further than a count may say, whatever there is, and says that there is more", async () => {
  await put([...Array.from({ length: mostCounted + 5 }, () => ended("succeeded")), ended("failed")]);
  its.product.server.control.resetCharges();
  const counts = await countsOf();
  expect(counts.succeeded).toEqual({ count: mostCounted, more: true });
  expect(counts.failed).toEqual({ count: 1, more: false });
  // Two looks at a thousand, and one at each state.
  expect(its.product.server.control.charges().total.requestUnits).toBeLessThan(150);
});

it("P5.1 counts nothing of another tenant", async () => {
  await put([running]);
  expect((await countsOf({}, otherScope)).running).toEqual({ count: 0, more: false });
});
