import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type Stack, type StackOptions, startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { demoTenant, ended, entriesOf, expectComplete, inTheMiddle, readRun } from "./support/run.ts";
import { alterStored, auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

// Enough for a demo tenant to be in its middle for seconds.
const slowGraphMs = 150;

// The successor of a killed worker waits for its leases; then it reads what is left.
const recoveryMs = 300_000;

// Of the product 15 s (config/limits.ts); shorter here, and tests/e2e/crash-of-all.test.ts waits as long as the product does.
const shortLeases = { RUN_LEASE_MS: "5000" };

const root = mkdtempSync(join(tmpdir(), "tenantpilot-crash-"));

afterAll(() => rm(root, { recursive: true, force: true }));

function aStack(options: Partial<StackOptions> = {}): Promise<Stack> {
  return startStack({ dataDir: aFolder(), portBase: 0, settings: shortLeases, ...options });
}

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

// These wait most of the time, for the lease of a dead worker or for an answer that never comes.
describe.concurrent("what takes long", () => {
  test("kill -9 of the worker in a snapshot: its successor finishes the attempt, sealed once", async () => {
    await using stack = await aStack({ graphLatencyMs: slowGraphMs });
    const tenantId = demoTenant(stack);
    const client = await clientOf(stack, "operator");
    const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(client, tenantId, Object(json).id);

    await stack.apps.worker.kill();
    expect((await client.get(`/tenants/${tenantId}/snapshots`)).json).toEqual({ items: [], nextPage: null });
    expect((await client.get(`/tenants/${tenantId}/snapshots/snapshot-${id}`)).status).toBe(404);
    await stack.apps.worker.run("reconciler");
    stack.servers.graph.control.setLatency(0);
    const run = await ended(client, tenantId, id, recoveryMs);

    expectComplete(run);
    await expectSealedOnce(stack.ready, run);
    expect(await entriesOf(client, run)).toHaveLength(run.counts.succeeded);
    expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });

  test("I8 a run that fell silent gets its next attempt, and what is left of the old one writes nothing", async () => {
    await using stack = await aStack({ graphLatencyMs: slowGraphMs });
    const tenantId = demoTenant(stack);
    const client = await clientOf(stack, "operator");
    const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(client, tenantId, Object(json).id);

    await stack.apps.worker.kill();
    const longAgo = new Date(Date.now() - 300_000).toISOString();
    const isReplaced = async () => {
      // Each time, because what is left of the old attempt may already send heartbeats again.
      await alterStored(stack.ready, tenantId, id, { startedAt: longAgo, heartbeatAt: longAgo });
      await stack.apps.worker.run("reconciler");
      expect((await readRun(client, tenantId, id)).attempt).toBe(2);
    };
    // The reconciler does nothing in the first moments of its app.
    await vi.waitFor(isReplaced, { timeout: 120_000, interval: 200 });
    stack.servers.graph.control.setLatency(0);
    const run = await ended(client, tenantId, id, recoveryMs);

    expect(run).toMatchObject({ outcome: "succeeded", attempt: 2, failures: [] });
    await expectSealedOnce(stack.ready, run);
    expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended", "operation.reattempted"]);
  });
});

describe("what stops on the way", () => {
  test("kill -9 of the http app in a snapshot: the run goes on without it, and its successor answers", async () => {
    await using stack = await aStack({ graphLatencyMs: slowGraphMs });
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
    await using stack = await aStack({ graphLatencyMs: 1_000 });
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
});
