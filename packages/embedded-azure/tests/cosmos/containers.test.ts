import type { Container } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, isReal, openAccount, refusalOf } from "./harness.ts";

let account: Account;
let nowMs = Date.now();

beforeAll(async () => {
  account = await openAccount({ now: () => nowMs });
});
afterAll(() => account[Symbol.asyncDispose]());

describe("databases and containers", () => {
  it("databases and containers are created once: 201, then 200 by createIfNotExists and 409 by create", async () => {
    const { database } = await account.container();
    const made = await database.containers.createIfNotExists({ id: "made", partitionKey: "/tenantId" });
    expect(made.statusCode).toBe(201);
    const again = await database.containers.createIfNotExists({ id: "made", partitionKey: "/tenantId" });
    expect(again.statusCode).toBe(200);
    expect((await refusalOf(database.containers.create({ id: "made", partitionKey: "/tenantId" }))).code).toBe(409);
    const client = account.client();
    expect((await client.databases.createIfNotExists({ id: database.id })).statusCode).toBe(200);
    expect((await refusalOf(client.databases.create({ id: database.id }))).code).toBe(409);
  });

  it("databases and containers give back their partition key, unique keys, indexes and time to live", async () => {
    const compositeIndexes = [
      [
        { path: "/kind", order: "ascending" as const },
        { path: "/createdAt", order: "descending" as const },
      ],
    ];
    const container = await account.container({
      uniqueKeyPolicy: { uniqueKeys: [{ paths: ["/activeKey"] }] },
      indexingPolicy: { compositeIndexes },
      defaultTtl: -1,
    });
    const { resource } = await container.read();
    expect(resource?.partitionKey?.paths).toEqual(["/tenantId"]);
    expect(resource?.uniqueKeyPolicy?.uniqueKeys).toMatchObject([{ paths: ["/activeKey"] }]);
    expect(resource?.indexingPolicy).toMatchObject({ indexingMode: "consistent", compositeIndexes });
    expect(resource?.defaultTtl).toBe(-1);
  });

  it("databases and containers answer 404 when they are missing, also for a create inside", async () => {
    const { database } = await account.container();
    expect((await refusalOf(database.container("missing").read())).code).toBe(404);
    const nowhere = account.client().database("missing");
    expect((await refusalOf(nowhere.containers.create({ id: "c", partitionKey: "/tenantId" }))).code).toBe(404);
  });

  it("databases and containers are gone with their items when deleted, and empty when made again", async () => {
    const container = await account.container();
    await container.items.create({ id: "a", tenantId: "t1" });
    await container.delete();
    expect((await refusalOf(container.read())).code).toBe(404);
    await container.database.containers.create({ id: container.id, partitionKey: "/tenantId" });
    expect((await container.item("a", "t1").read()).statusCode).toBe(404);
  });

  it("databases and containers refuse a change of the partition key", async () => {
    const container = await account.container();
    const changed = container.replace({ id: container.id, partitionKey: { paths: ["/other"] } as never });
    expect((await refusalOf(changed)).code).toBe(400);
  });
});

describe("unique keys", () => {
  let items: Container;
  beforeAll(async () => {
    const uniqueKeys = [{ paths: ["/activeKey"] }, { paths: ["/first", "/second"] }];
    items = await account.container({ uniqueKeyPolicy: { uniqueKeys } });
  });
  let made = 0;
  const create = (properties: object) => {
    made++;
    const id = `u${made}`;
    return items.items.create({ id, tenantId: "t1", activeKey: id, first: id, second: id, ...properties });
  };

  it("unique keys refuse the same value in the same partition with 409, and take it in another", async () => {
    await create({ activeKey: "sync" });
    expect((await refusalOf(create({ activeKey: "sync" }))).code).toBe(409);
    expect((await create({ activeKey: "sync", tenantId: "t2" })).statusCode).toBe(201);
  });

  it("unique keys of two paths conflict only when both are equal", async () => {
    await create({ first: "a", second: "b" });
    expect((await create({ first: "a", second: "c" })).statusCode).toBe(201);
    expect((await create({ first: "x", second: "b" })).statusCode).toBe(201);
    expect((await refusalOf(create({ first: "a", second: "b" }))).code).toBe(409);
  });

  it("unique keys count a missing value as null: one item without it for each partition", async () => {
    const tenantId = "nulls";
    await create({ tenantId, activeKey: undefined });
    expect((await refusalOf(create({ tenantId, activeKey: undefined }))).code).toBe(409);
    expect((await refusalOf(create({ tenantId, activeKey: null }))).code).toBe(409);
  });

  it("unique keys tell values of different types apart", async () => {
    for (const activeKey of [1, "1", true, "true", 0, false, ""]) {
      expect((await create({ tenantId: "types", activeKey })).statusCode).toBe(201);
    }
    expect((await refusalOf(create({ tenantId: "types", activeKey: 0 }))).code).toBe(409);
  });

  it("unique keys hold for replace, upsert and patch", async () => {
    await create({ activeKey: "held" });
    const { resource } = await create({ activeKey: "free" });
    const taken = { ...resource, id: resource?.id ?? "", activeKey: "held" };
    const item = items.item(taken.id, "t1");
    expect((await refusalOf(item.replace(taken))).code).toBe(409);
    expect((await refusalOf(items.items.upsert(taken))).code).toBe(409);
    expect((await refusalOf(item.patch([{ op: "set", path: "/activeKey", value: "held" }]))).code).toBe(409);
    expect((await item.read()).resource.activeKey).toBe("free");
  });

  it("unique keys are free again after a change and after a deletion", async () => {
    const { resource } = await create({ activeKey: "freed" });
    const item = items.item(resource?.id ?? "", "t1");
    await item.patch([{ op: "set", path: "/activeKey", value: "done" }]);
    expect((await create({ activeKey: "freed" })).statusCode).toBe(201);
    await item.delete();
    expect((await create({ activeKey: "done" })).statusCode).toBe(201);
  });
});

// A real account has no clock to set.
describe.skipIf(isReal)("time to live", () => {
  const pass = (seconds: number) => {
    nowMs += seconds * 1000;
  };

  it("ends items by their own ttl, for reads and queries, and frees id and unique key", async () => {
    const uniqueKeyPolicy = { uniqueKeys: [{ paths: ["/activeKey"] }] };
    const items = await account.container({ defaultTtl: -1, uniqueKeyPolicy });
    await items.items.create({ id: "short", tenantId: "t1", activeKey: "k", ttl: 10 });
    await items.items.create({ id: "for ever", tenantId: "t1", activeKey: "e" });
    pass(9);
    expect((await items.item("short", "t1").read()).statusCode).toBe(200);
    pass(2);
    expect((await items.item("short", "t1").read()).statusCode).toBe(404);
    const left = await items.items.query("SELECT VALUE c.id FROM c", { partitionKey: "t1" }).fetchAll();
    expect(left.resources).toEqual(["for ever"]);
    expect((await items.items.create({ id: "other", tenantId: "t1", activeKey: "k" })).statusCode).toBe(201);
    expect((await items.items.create({ id: "short", tenantId: "t1", activeKey: "s" })).statusCode).toBe(201);
  });

  it("starts anew with every write", async () => {
    const items = await account.container({ defaultTtl: 10 });
    await items.items.create({ id: "renewed", tenantId: "t1" });
    pass(8);
    await items.item("renewed", "t1").patch([{ op: "set", path: "/n", value: 1 }]);
    pass(8);
    expect((await items.item("renewed", "t1").read()).statusCode).toBe(200);
    pass(3);
    expect((await items.item("renewed", "t1").read()).statusCode).toBe(404);
  });

  it("is switched off for one item by -1", async () => {
    const items = await account.container({ defaultTtl: 10 });
    await items.items.create({ id: "kept", tenantId: "t1", ttl: -1 });
    pass(1000);
    expect((await items.item("kept", "t1").read()).statusCode).toBe(200);
  });

  it.each<[string, number, number | undefined, number, number]>([
    ["a shorter one ends them", -1, 10, 11, 404],
    ["a longer one keeps them", 10, 100, 11, 200],
    ["none keeps them", 10, undefined, 11, 200],
    ["a shorter one counts from their last write", 20, 10, 15, 404],
  ])("a new time to live counts for items that are there: %s", async (_, before, after, seconds, status) => {
    const items = await account.container({ defaultTtl: before });
    await items.items.create({ id: "there", tenantId: "t1" });
    await items.items.create({ id: "own", tenantId: "t1", ttl: 1_000 });
    pass(5);
    const { defaultTtl: _before, ...definition } = (await items.read()).resource ?? {};
    const changed = after === undefined ? definition : { ...definition, defaultTtl: after };
    await items.replace({ id: items.id, partitionKey: { paths: ["/tenantId"] }, ...changed });
    pass(seconds - 5);
    expect((await items.item("there", "t1").read()).statusCode).toBe(status);
    expect((await items.item("own", "t1").read()).statusCode).toBe(200);
  });

  it("does nothing in a container without a default", async () => {
    const items = await account.container();
    await items.items.create({ id: "kept", tenantId: "t1", ttl: 1 });
    pass(1000);
    expect((await items.item("kept", "t1").read()).statusCode).toBe(200);
  });
});

it.each([0, -2, 1.5, "10"])("a ttl of %s is refused with 400", async (ttl) => {
  const items = await account.container({ defaultTtl: -1 });
  expect((await refusalOf(items.items.create({ id: "bad", tenantId: "t1", ttl: ttl as number }))).code).toBe(400);
});
