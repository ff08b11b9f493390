import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type Stack, type StackOptions, startStack } from "../../local/stack.ts";
import { descendantsOf, isAlive } from "../../tools/stack/processes.ts";
import { startChildStack } from "../../tools/stack/start-child-stack.ts";
import { clientOf } from "./support/client.ts";
import { ended, endOf, entriesOf, inTheMiddle, type Run, readRun } from "./support/run.ts";
import { alterStored, auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

// Enough for a demo tenant to be in its middle for seconds.
const slowGraphMs = 150;

// The successor of a killed worker waits for its leases; then it reads what is left.
const recoveryMs = 300_000;

// Of the product 15 s (config/limits.ts): shorter here, but for one test that waits as long as the product does.
const shortLeases = { RUN_LEASE_MS: "5000" };

const root = mkdtempSync(join(tmpdir(), "tenantpilot-crash-"));

afterAll(() => rm(root, { recursive: true, force: true }));

function aStack(options: Partial<StackOptions> = {}): Promise<Stack> {
  return startStack({ dataDir: aFolder(), portBase: 0, settings: shortLeases, ...options });
}

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

function demoTenant({ ready }: Pick<Stack, "ready">): string {
  const tenant = ready.tenants[0];
  if (!tenant) throw new Error("The stack has a demo tenant.");
  return tenant.id;
}

function expectComplete(run: Run): void {
  expect(run).toMatchObject({ status: "completed", outcome: "succeeded", attempt: 1, failures: [] });
  expect(run.counts).toMatchObject({ total: run.counts.succeeded, processed: run.counts.succeeded, failed: 0 });
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

  test("kill -9 of the whole stack in a snapshot: its apps end too, and the next start finishes the run", async () => {
    const dataDir = aFolder();
    await using before = await startChildStack(dataDir, "--no-portal", "--graph-latency-ms", String(slowGraphMs));
    const tenantId = demoTenant(before);
    const { json } = await (await clientOf(before, "operator")).post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(await clientOf(before, "operator"), tenantId, Object(json).id);
    const apps = descendantsOf(before.child.pid ?? 0);
    expect(apps).toHaveLength(2);
    await before.kill();
    await vi.waitFor(() => expect(apps.filter(isAlive)).toEqual([]), { timeout: 60_000 });

    await using after = await startChildStack(dataDir, "--no-portal");
    const client = await clientOf(after, "operator");
    const { heads } = await storedOf(after.ready, tenantId);
    expect(heads).toEqual([]);
    const run = await ended(client, tenantId, id, recoveryMs);

    expectComplete(run);
    await expectSealedOnce(after.ready, run);
    expect(await auditOf(after.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });

  test.for([
    { lost: 1, what: "a message taken, but its answer lost: the repeat is dropped" },
    { lost: 2, what: "a message taken, but every answer lost: whoever claimed the run keeps it" },
  ])("$what, and one run ends", async ({ lost }) => {
    await using stack = await aStack();
    const tenant = await aTenant(stack);
    tenant.put(policies, [aPolicy("One")]);
    const client = await clientOf(stack, "operator");

    stack.servers.serviceBus.control.dropAfterAccept("operations", lost);
    const started = await client.post(`/tenants/${tenant.id}/snapshots`, { types: ["settingsCatalog"] });

    expect(started.status).toBe(202);
    const run = await endOf(stack, client, tenant.id, Object(started.json).id);
    expect(run).toMatchObject({ outcome: "succeeded", attempt: 1 });
    const { runs, heads } = await storedOf(stack.ready, tenant.id);
    expect(runs.map((each) => each.id)).toEqual([run.id]);
    expect(heads).toHaveLength(1);
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

  test("Ctrl-C in a snapshot: the next start finishes the run", async () => {
    const dataDir = aFolder();
    await using before = await startChildStack(dataDir, "--no-portal", "--graph-latency-ms", String(slowGraphMs));
    const tenantId = demoTenant(before);
    const { json } = await (await clientOf(before, "operator")).post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(await clientOf(before, "operator"), tenantId, Object(json).id);
    expect(await before.end()).toBe(0);

    await using after = await startChildStack(dataDir, "--no-portal");
    const run = await ended(await clientOf(after, "operator"), tenantId, id, recoveryMs);
    expectComplete(run);
    await expectSealedOnce(after.ready, run);
    expect(await auditOf(after.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });

  test("S8 a message refused by the queue: 503 with the run's id, the run is closed at once, and the next start makes a new one", async () => {
    await using stack = await aStack();
    const tenant = await aTenant(stack);
    tenant.put(policies, [aPolicy("One")]);
    const client = await clientOf(stack, "operator");
    const path = `/tenants/${tenant.id}/snapshots`;
    const wanted = { types: ["settingsCatalog"] };

    stack.servers.serviceBus.control.rejectSends("operations", 100);
    const refused = await client.post(path, wanted);
    stack.servers.serviceBus.control.rejectSends("operations", 0);

    expect(refused).toMatchObject({ status: 503, json: { code: "dispatch_failed" } });
    const closed = await readRun(client, tenant.id, Object(refused.json).runId);
    expect(closed).toMatchObject({ status: "completed", outcome: "failed", failures: [{ code: "dispatch_failed" }] });
    expect(await auditOf(stack.ready, closed)).toEqual(["operation.created", "operation.ended"]);
    const next = await client.post(path, wanted);
    expect(next.status).toBe(202);
    expect(Object(next.json).id).not.toBe(closed.id);
    expect(await endOf(stack, client, tenant.id, Object(next.json).id)).toMatchObject({ outcome: "succeeded" });
  });
});
