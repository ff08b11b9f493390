import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { childOf, fleetEnded, startFleet, until } from "./support/fleet.ts";
import { readRun } from "./support/run.ts";
import { auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-fleet-"));
afterAll(() => rm(root, { recursive: true, force: true }));

test("I1 I2 I7 kill -9 of the worker, twice in a fleet run: one child a tenant, each sealed once, and the counts are theirs", {
  timeout: 240_000,
}, async () => {
  await using stack = await startStack({ dataDir: root, portBase: 0, graphLatencyMs: 150 });
  const tenants = [await aTenant(stack), await aTenant(stack), await aTenant(stack), await aTenant(stack)];
  for (const tenant of tenants) tenant.put(policies, [aPolicy("One"), aPolicy("Two")]);
  const ids = tenants.map(({ id }) => id);
  const admin = await clientOf(stack, "platform-admin");

  const id = await startFleet(admin, ids);
  await until(admin, id, ({ childCounts }) => childCounts.active > 0);
  await stack.apps.worker.kill();
  await until(admin, id, ({ childCounts }) => childCounts.succeeded > 0);
  await stack.apps.worker.kill();
  const fleet = await fleetEnded(admin, id, 150_000);

  expect(fleet).toMatchObject({ outcome: "succeeded", failures: [] });
  expect(fleet.counts).toEqual({ total: 4, processed: 4, succeeded: 4, failed: 0, skipped: 0, gaps: 0 });
  const reader = await clientOf(stack, "reader");
  for (const tenantId of ids) {
    const { runs } = await storedOf(stack.ready, tenantId);
    expect(runs.map((run) => run.id)).toEqual([childOf(fleet, tenantId).runId]);
    const run = await readRun(reader, tenantId, runs[0]?.id);
    expect(run).toMatchObject({ outcome: "succeeded", parentRunId: id });
    await expectSealedOnce(stack.ready, run);
    expect(await auditOf(stack.ready, run)).toEqual(expect.arrayContaining(["operation.created", "operation.ended"]));
  }
  const { audit, runs } = await storedOf(stack.ready, "platform");
  expect(runs).toHaveLength(1);
  expect(audit.filter(({ action }) => action === "operation.created")).toHaveLength(1);
  expect(audit.filter(({ action }) => action === "operation.ended")).toHaveLength(1);
});
