import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { ended } from "./support/run.ts";
import { expectSealedOnce, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

// What one app writes, the other sees so much later: a session of Cosmos DB is a client's own (azure-services.md 3).
const lagMs = 800;

let stack: Stack;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-lag-"));
  stack = await startStack({ dataDir, portBase: 0, lagReads: { ms: lagMs } });
  return () => stack.close();
});

test("a snapshot is complete and sealed once although no app sees the other's writes at once", async () => {
  const tenantId = stack.ready.tenants[0]?.id ?? "";
  const client = await clientOf(stack, "operator");
  const { status, json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
  expect(status).toBe(202);

  const run = await ended(client, tenantId, Object(json).id, 300_000);

  expect(run).toMatchObject({ outcome: "succeeded", attempt: 1, failures: [] });
  expect(run.counts).toMatchObject({ total: run.counts.succeeded, failed: 0, gaps: 0 });
  await expect.poll(async () => (await storedOf(stack.ready, tenantId)).heads.length, { timeout: 60_000 }).toBe(1);
  await expectSealedOnce(stack.ready, run);
});

test("twenty simultaneous starts make one run, whoever reads late", async () => {
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const client = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}/snapshots`;
  const start = () => client.post(path, { types: ["settingsCatalog"] });
  // The tenant was made a moment ago, by another process than the app that is asked.
  await expect.poll(async () => (await client.get(`/tenants/${tenant.id}`)).status, { timeout: 60_000 }).toBe(200);
  stack.servers.graph.control.setLatency(1_000);
  const answers = await Promise.all(Array.from({ length: 20 }, start));
  stack.servers.graph.control.setLatency(0);

  const statuses = answers.map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array(19).fill(200), 202]);
  const [id, ...others] = new Set(answers.map(({ json }) => Object(json).id));
  expect(others).toEqual([]);
  const run = await ended(client, tenant.id, String(id), 300_000);
  expect(run).toMatchObject({ outcome: "succeeded", attempt: 1 });
  const { runs } = await storedOf(stack.ready, tenant.id);
  expect(runs).toHaveLength(1);
});
