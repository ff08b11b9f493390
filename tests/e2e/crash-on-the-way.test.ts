import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { clientOf } from "./support/client.ts";
import { crashingStack, recoveryMs, slowGraphMs } from "./support/crashing-stack.ts";
import { demoTenant, ended, expectComplete, inTheMiddle, readRun } from "./support/run.ts";
import { auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-crash-on-the-way-"));

afterAll(() => rm(root, { recursive: true, force: true }));

test("kill -9 of the http app in a snapshot: the run goes on without it, and its successor answers", async () => {
  await using stack = await crashingStack(root, { graphLatencyMs: slowGraphMs });
  const tenantId = demoTenant(stack);
  const client = await clientOf(stack, "operator");
  const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
  const { id } = await inTheMiddle(client, tenantId, Object(json).id);
  // The run must outlive the app's new start, however long that takes.
  stack.servers.graph.control.setLatency(120_000);

  await stack.apps.http.kill();
  const joined = await client.post(`/tenants/${tenantId}/snapshots`, {});
  stack.servers.graph.control.setLatency(0);
  const run = await ended(client, tenantId, id, recoveryMs);

  expect(joined).toMatchObject({ status: 200, json: { id, reused: true } });
  expectComplete(run);
  await expectSealedOnce(stack.ready, run);
  expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended"]);
});

test("kill -9 of the worker between the seal and the end: the run completes from the head, which stays the only one", async () => {
  await using stack = await crashingStack(root, { graphLatencyMs: 1_000 });
  // Without objects the only batch after the start is the one that ends the run.
  const { id: tenantId } = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  const { json } = await client.post(`/tenants/${tenantId}/snapshots`, { types: ["settingsCatalog"] });
  stack.servers.cosmos.control.injectStatus({ status: 503, times: 3, operation: "batch" });
  const headsNow = async () => (await storedOf(stack.ready, tenantId)).heads;
  await vi.waitFor(async () => expect(await headsNow()).toHaveLength(1), { timeout: 60_000, interval: 20 });
  const sealed = await headsNow();
  const held = await readRun(client, tenantId, Object(json).id);

  await stack.apps.worker.kill();
  const run = await ended(client, tenantId, held.id, recoveryMs);

  expect(held.status).toBe("running");
  expect(run).toMatchObject({ outcome: "succeeded", attempt: 1, result: { snapshotId: sealed[0]?.id } });
  expect(await headsNow()).toEqual(sealed);
  expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended"]);
});
