import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { clientOf } from "./support/client.ts";
import { crashingStack, recoveryMs, slowGraphMs } from "./support/crashing-stack.ts";
import { demoTenant, ended, entriesOf, expectComplete, inTheMiddle, readRun } from "./support/run.ts";
import { alterStored, auditOf, expectSealedOnce } from "./support/stored.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-crash-"));

afterAll(() => rm(root, { recursive: true, force: true }));

// These wait most of the time, for the lease of a dead worker or for an answer that never comes.
describe.concurrent("what takes long", () => {
  test("kill -9 of the worker in a snapshot: its successor finishes the attempt, sealed once", async () => {
    await using stack = await crashingStack(root, { graphLatencyMs: slowGraphMs });
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
    await using stack = await crashingStack(root, { graphLatencyMs: slowGraphMs });
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
