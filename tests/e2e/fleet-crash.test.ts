import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { childOf, fleetEnded, startFleet, until } from "./support/fleet.ts";
import { inTheMiddle, readRun } from "./support/run.ts";
import { auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-fleet-"));
afterAll(() => rm(root, { recursive: true, force: true }));

test("I1 I2 I7 kill -9 of the worker in the middle of a fleet run: one child a tenant, each sealed once, and the counts are theirs", async () => {
  await using stack = await startStack({
    dataDir: root,
    portBase: 0,
    graphLatencyMs: 50,
    settings: { RUN_LEASE_MS: "5000" },
  });
  const tenants = [await aTenant(stack), await aTenant(stack), await aTenant(stack)];
  const some = Array.from({ length: 60 }, (_, position) => aPolicy(`Policy ${position}`));
  for (const tenant of tenants) tenant.put(policies, some);
  const ids = tenants.map(({ id }) => id);
  const admin = await clientOf(stack, "platform-admin");

  const id = await startFleet(admin, ids);
  const reader = await clientOf(stack, "reader");
  const active = await until(admin, id, ({ childCounts }) => childCounts.active === 3);
  for (const tenantId of ids) await inTheMiddle(reader, tenantId, childOf(active, tenantId).runId ?? "");
  await stack.apps.worker.kill();
  const fleet = await fleetEnded(admin, id);

  expect(fleet).toMatchObject({ outcome: "succeeded", failures: [] });
  expect(fleet.counts).toEqual({ total: 3, processed: 3, succeeded: 3, failed: 0, skipped: 0, gaps: 0 });
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
