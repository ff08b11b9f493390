import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Container, CosmosClient } from "@azure/cosmos";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCosmos } from "../../src/cosmos/start-cosmos.ts";
import { type StandaloneProcess, startStandaloneProcess } from "../kills/standalone-process.ts";
import { isReal, refusalOf } from "./harness.ts";

let dir: string;
let children: StandaloneProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "cosmos-durability-"));
  children = [];
});
afterEach(async () => {
  for (const child of children) await child.kill();
  rmSync(dir, { recursive: true, force: true });
});

type StandaloneCosmos = { readonly child: StandaloneProcess; readonly container: Container };

/** The server in a process of its own, on the folder of this test. */
async function startCosmosProcess(): Promise<StandaloneCosmos> {
  const child = await startStandaloneProcess("cosmos", dir);
  children.push(child);
  const { endpoint = "", key = "" } = child.line;
  const client = new CosmosClient({ endpoint, key });
  const { database } = await client.databases.createIfNotExists({ id: "d" });
  const uniqueKeyPolicy = { uniqueKeys: [{ paths: ["/activeKey"] }] };
  const { container } = await database.containers.createIfNotExists({
    id: "c",
    partitionKey: "/tenantId",
    uniqueKeyPolicy,
  });
  return { child, container };
}

const kill = ({ child }: StandaloneCosmos): Promise<void> => child.kill();

describe.skipIf(isReal)("when the server is killed in the middle of writes", () => {
  it("every answered create and batch is there afterwards with its etag, and no batch in part", async () => {
    const cosmos = await startCosmosProcess();
    const etags = new Map<string, string>();
    const batches: string[] = [];
    const write = async (n: number): Promise<void> => {
      const id = `i${n}`;
      const created = await cosmos.container.items.create({ id, tenantId: "t1", activeKey: id });
      etags.set(id, created.etag);
      const halves = ["x", "y"].map((half) => ({
        operationType: "Create" as const,
        resourceBody: { id: `${id}${half}`, tenantId: "t1", activeKey: `${id}${half}` },
      }));
      await cosmos.container.items.batch(halves, "t1");
      batches.push(id);
    };
    const writers = Array.from({ length: 4 }, async (_unused, worker) => {
      for (let n = worker; ; n += 4) await write(n);
    });
    const stopped = Promise.allSettled(writers);
    await expect.poll(() => etags.size, { timeout: 120_000, interval: 5 }).toBeGreaterThan(200);
    await kill(cosmos);
    await stopped;

    const again = await startCosmosProcess();
    const query = "SELECT c.id, c._etag FROM c";
    const { resources } = await again.container.items.query(query, { partitionKey: "t1" }).fetchAll();
    const found = new Map(resources.map(({ id, _etag }) => [id, _etag]));
    expect([...etags].filter(([id, etag]) => found.get(id) !== etag)).toEqual([]);
    expect(batches.filter((id) => !found.has(`${id}x`) || !found.has(`${id}y`))).toEqual([]);
    const torn = [...found.keys()].filter((id) => id.endsWith("x") && !found.has(id.replace("x", "y")));
    expect(torn).toEqual([]);
  });

  it("unique keys hold afterwards, and resource ids are not given twice", async () => {
    const cosmos = await startCosmosProcess();
    const first = await cosmos.container.items.create({ id: "a", tenantId: "t1", activeKey: "k" });
    await kill(cosmos);
    const { container } = await startCosmosProcess();
    expect((await refusalOf(container.items.create({ id: "b", tenantId: "t1", activeKey: "k" }))).code).toBe(409);
    const second = await container.items.create({ id: "c", tenantId: "t1", activeKey: "l" });
    expect(second.resource?._rid).not.toBe(first.resource?._rid);
  });
});

const storage = {
  database: "d",
  containers: [
    { name: "first", partitionKey: "/tenantId", uniqueKeys: [["/activeKey"]], compositeIndexes: [] },
    { name: "second", partitionKey: "/tenantId", uniqueKeys: [], compositeIndexes: [], defaultTtl: -1 },
  ],
};

describe.skipIf(isReal)("provisioning", () => {
  it("creates what it is asked to, and keeps data over a restart (S2)", async () => {
    for (const expected of [404, 200]) {
      await using server = await startCosmos({ dir, port: 0, provision: storage });
      const client = new CosmosClient({ endpoint: server.endpoint, key: server.key });
      const container = client.database(storage.database).container("first");
      expect((await container.item("a", "t1").read()).statusCode).toBe(expected);
      await container.items.upsert({ id: "a", tenantId: "t1", activeKey: "a" });
      const { resources } = await client.database(storage.database).containers.readAll().fetchAll();
      expect(resources.map(({ id }) => id)).toEqual(storage.containers.map(({ name }) => name));
    }
  });

  it("refuses to start on data whose unique keys differ", async () => {
    const container = { name: "c", partitionKey: "/tenantId", uniqueKeys: [["/a"]], compositeIndexes: [] };
    await (await startCosmos({ dir, port: 0, provision: { database: "d", containers: [container] } })).close();
    const changed = { ...container, uniqueKeys: [["/b"]] };
    const start = startCosmos({ dir, port: 0, provision: { database: "d", containers: [changed] } });
    await expect(start).rejects.toThrow("uniqueKeyPolicy");
  });

  it("refuses a folder that another server has open", async () => {
    await using first = await startCosmos({ dir, port: 0 });
    expect(first.port).toBeGreaterThan(0);
    await expect(startCosmos({ dir, port: 0 })).rejects.toThrow("another server");
  });
});
