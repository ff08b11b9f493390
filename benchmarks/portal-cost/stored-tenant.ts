import { CosmosClient } from "@azure/cosmos";
import { makeDemoTenant } from "../../local/seeds/make-demo-tenant.ts";
import type { Stack } from "../../local/stack.ts";
import { makeNewId } from "../../src/adapters/clock/new-id.ts";
import { clientOf } from "../../tests/e2e/support/client.ts";
import { takeSnapshot } from "../../tests/e2e/support/run.ts";
import { aTenant } from "../../tests/e2e/support/tenant.ts";

const seed = 4711;
const hourMs = 3_600_000;
const monthHours = 31 * 24;

export type StoredTenant = { readonly tenantId: string; readonly snapshotId: string; readonly activeRunId: string };

/**
 * A tenant with a month behind it: one real snapshot of every type, and its run stored again for so many others, one of
 * which is at work with all of its parts. The worker is stopped: what is charged from now on is what readers ask for.
 */
export async function aStoredTenant(stack: Stack, size: { objects: number; runs: number }): Promise<StoredTenant> {
  const tenant = await aTenant(stack, "Measured tenant");
  const content = makeDemoTenant(seed, { objects: size.objects });
  for (const [path, members] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    tenant.put(
      path,
      members.map(({ object }) => object),
    );
  }
  const run = await takeSnapshot(stack, await clientOf(stack, "operator"), tenant.id);
  await stack.apps.worker.kill({ restart: false });
  const activeRunId = await storeMore(stack, tenant.id, run.id, size.runs);
  return { tenantId: tenant.id, snapshotId: run.result?.snapshotId ?? "", activeRunId };
}

/** Documents of a run as others would have left them; answers the id of the one that is at work. */
async function storeMore({ ready }: Stack, tenantId: string, runId: string, count: number): Promise<string> {
  const { endpoint, key, database } = ready.cosmos;
  const client = new CosmosClient({ endpoint, key });
  const newId = makeNewId();
  try {
    const container = client.database(database).container("tenantData");
    const about = async (query: string): Promise<object[]> => {
      const spec = { query, parameters: [{ name: "@runId", value: runId }] };
      return (await container.items.query<object>(spec, { partitionKey: tenantId }).fetchAll()).resources;
    };
    const [run] = await about("SELECT * FROM c WHERE c.id = @runId");
    const beside = await about("SELECT * FROM c WHERE c.runId = @runId OR c.target = @runId");
    const store = async (given: object, hoursAgo: number): Promise<string> => {
      const id = newId();
      const createdAt = new Date(Date.now() - hoursAgo * hourMs).toISOString();
      await container.items.create({ ...run, activeKey: id, writeKey: id, createdAt, ...given, id });
      return id;
    };
    for (let each = 1; each < count; each += 1) await store({}, (each * monthHours) / count);
    const now = new Date().toISOString();
    const activeRunId = await store(
      { status: "running", outcome: "pending", completedAt: null, startedAt: now, heartbeatAt: now, result: null },
      0,
    );
    for (const document of beside) {
      const id = newId();
      await container.items.create({
        ...document,
        ...("runId" in document ? { runId: activeRunId } : { target: activeRunId }),
        id,
        activeKey: id,
        writeKey: id,
      });
    }
    return activeRunId;
  } finally {
    client.dispose();
  }
}
