import type { Container } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, openAccount, refusalOf } from "./harness.ts";

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  items = await account.container();
});
afterAll(() => account[Symbol.asyncDispose]());

const ifMatch = (condition: string | undefined) => ({
  accessCondition: { type: "IfMatch", condition: condition ?? "" },
});

describe("create", () => {
  it("answers 201 with the system properties, a quoted etag, a charge and a session token", async () => {
    const created = await items.items.create({ id: "created", tenantId: "t1", n: 1 });
    expect(created.statusCode).toBe(201);
    expect(created.resource).toMatchObject({ id: "created", n: 1, _etag: created.etag, _ts: expect.any(Number) });
    expect(created.resource?._rid).toMatch(/^[A-Za-z0-9+/=-]{20,}$/);
    expect(created.resource?._self).toContain("/docs/");
    expect(created.etag).toMatch(/^".+"$/);
    expect(created.headers["x-ms-session-token"]).toMatch(/^\d+:.*#\d+/);
    expect(created.activityId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("answers 409 when the id is taken in this partition", async () => {
    await items.items.create({ id: "twice", tenantId: "t1" });
    expect((await refusalOf(items.items.create({ id: "twice", tenantId: "t1" }))).code).toBe(409);
  });

  it("takes the same id in another partition", async () => {
    await items.items.create({ id: "shared", tenantId: "t1", owner: 1 });
    await items.items.create({ id: "shared", tenantId: "t2", owner: 2 });
    expect((await items.item("shared", "t1").read()).resource.owner).toBe(1);
    expect((await items.item("shared", "t2").read()).resource.owner).toBe(2);
  });

  it("keeps partition keys of every type apart, falsy ones too", async () => {
    for (const tenantId of [0, "0", false, null, "", "null"]) {
      const { statusCode } = await items.items.create({ id: "typed", tenantId, was: JSON.stringify(tenantId) });
      expect(statusCode).toBe(201);
    }
    expect((await items.item("typed", 0).read()).resource.was).toBe("0");
    expect((await items.item("typed", "0").read()).resource.was).toBe('"0"');
    expect((await items.item("typed", null).read()).resource.was).toBe("null");
  });

  it("stores an item without the partition key property in a partition of its own", async () => {
    await items.items.create({ id: "keyless", n: 7 });
    expect((await items.item("keyless", {}).read()).resource.n).toBe(7);
    expect((await items.item("keyless", undefined).read()).resource.n).toBe(7);
  });

  it("makes an id when the item has none", async () => {
    const { resource } = await items.items.create({ tenantId: "t1" });
    expect(resource?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("gives back unicode, quotes and emoji in id, key and body as they came", async () => {
    const id = `ü "q" 'q' 😀 é`;
    await items.items.create({ id, tenantId: id, text: `${id}\u2028\n` });
    const { resource } = await items.item(id, id).read();
    expect(resource).toMatchObject({ id, tenantId: id, text: `${id}\u2028\n` });
  });

  it("takes exactly one of 200 simultaneous creates of one id", async () => {
    const creates = Array.from({ length: 200 }, (_unused, n) =>
      items.items.create({ id: "race", tenantId: "t1", n }).then(
        ({ statusCode }) => statusCode,
        (error) => error.code,
      ),
    );
    const codes = await Promise.all(creates);
    expect(codes.filter((code) => code === 201)).toHaveLength(1);
    expect(codes.filter((code) => code === 409)).toHaveLength(199);
  });
});

describe("size", () => {
  it("stores and gives back an item of 1.9 MB", async () => {
    const text = "x".repeat(1_900_000);
    await items.items.create({ id: "large", tenantId: "t1", text });
    expect((await items.item("large", "t1").read()).resource.text).toHaveLength(1_900_000);
  });

  it("refuses an item above 2 MB with 413 on create, replace and upsert", async () => {
    const large = { id: "small", tenantId: "t1", text: "x".repeat(2_100_000) };
    await items.items.create({ id: "small", tenantId: "t1" });
    expect((await refusalOf(items.items.create({ ...large, id: "new" }))).code).toBe(413);
    expect((await refusalOf(items.item("small", "t1").replace(large))).code).toBe(413);
    expect((await refusalOf(items.items.upsert(large))).code).toBe(413);
    expect((await items.item("small", "t1").read()).resource.text).toBeUndefined();
  });
});

describe("limits of Microsoft's", () => {
  const nested = (levels: number): object => (levels === 1 ? {} : { in: nested(levels - 1) });

  it("objects and arrays stand in each other 128 levels deep, the item included, and no deeper", async () => {
    expect((await items.items.create({ id: "deep", tenantId: "t1", in: nested(127) })).statusCode).toBe(201);
    expect((await refusalOf(items.items.create({ id: "deeper", tenantId: "t1", in: nested(128) }))).code).toBe(400);
    const arrays = JSON.parse(`${"[".repeat(128)}${"]".repeat(128)}`);
    expect((await refusalOf(items.items.create({ id: "deeper", tenantId: "t1", in: arrays }))).code).toBe(400);
    const deepens = items.item("deep", "t1").patch([{ op: "set", path: "/in/in", value: nested(127) }]);
    expect((await refusalOf(deepens)).code).toBe(400);
  });

  it("a partition key has 2,048 bytes at most", async () => {
    for (const bytes of [2_045, 2_046, 2_047, 2_048]) {
      const tenantId = "k".repeat(bytes);
      expect((await items.items.create({ id: "keyed", tenantId })).statusCode).toBe(201);
      expect((await items.item("keyed", tenantId).read()).statusCode).toBe(200);
    }
    expect((await refusalOf(items.items.create({ id: "keyed", tenantId: "k".repeat(2_049) }))).code).toBe(400);
    expect((await refusalOf(items.items.create({ id: "keyed", tenantId: "é".repeat(1_025) }))).code).toBe(400);
  });
});

describe("read", () => {
  it("answers 404 for another partition and for an unknown id", async () => {
    await items.items.create({ id: "mine", tenantId: "t1" });
    expect((await items.item("mine", "t2").read()).statusCode).toBe(404);
    expect((await items.item("unknown", "t1").read()).statusCode).toBe(404);
  });

  it("answers 304 when the reader has the current version, 200 when it has an older one", async () => {
    const { etag } = await items.items.create({ id: "polled", tenantId: "t1" });
    const known = { accessCondition: { type: "IfNoneMatch", condition: etag } };
    expect((await items.item("polled", "t1").read(known)).statusCode).toBe(304);
    await items.item("polled", "t1").replace({ id: "polled", tenantId: "t1", n: 2 });
    expect((await items.item("polled", "t1").read(known)).statusCode).toBe(200);
  });

  it("answers 404 for an item of a container that does not exist", async () => {
    const missing = items.database.container("missing");
    expect((await refusalOf(missing.items.create({ id: "a", tenantId: "t1" }))).code).toBe(404);
  });
});

describe("replace", () => {
  it("replaces with the current etag and gives a new one", async () => {
    const created = await items.items.create({ id: "replaced", tenantId: "t1", n: 1 });
    const next = { id: "replaced", tenantId: "t1", n: 2 };
    const replaced = await items.item("replaced", "t1").replace(next, ifMatch(created.etag));
    expect(replaced.statusCode).toBe(200);
    expect(replaced.etag).not.toBe(created.etag);
    expect(replaced.resource?._rid).toBe(created.resource?._rid);
  });

  it("refuses a stale etag with 412 and leaves the item", async () => {
    const { etag } = await items.items.create({ id: "stale", tenantId: "t1", n: 1 });
    await items.item("stale", "t1").replace({ id: "stale", tenantId: "t1", n: 2 });
    const late = items.item("stale", "t1").replace({ id: "stale", tenantId: "t1", n: 3 }, ifMatch(etag));
    expect((await refusalOf(late)).code).toBe(412);
    expect((await items.item("stale", "t1").read()).resource.n).toBe(2);
  });

  it("answers 404 for a missing item, with and without a condition", async () => {
    const item = items.item("absent", "t1");
    const body = { id: "absent", tenantId: "t1" };
    expect((await refusalOf(item.replace(body))).code).toBe(404);
    expect((await refusalOf(item.replace(body, ifMatch('"x"')))).code).toBe(404);
  });

  it("refuses another partition key with 400", async () => {
    await items.items.create({ id: "moved", tenantId: "t1" });
    const moved = items.item("moved", "t1").replace({ id: "moved", tenantId: "t2" });
    expect((await refusalOf(moved)).code).toBe(400);
  });

  it("lets exactly one of 50 simultaneous conditional replaces through", async () => {
    const { etag } = await items.items.create({ id: "contended", tenantId: "t1" });
    const replaces = Array.from({ length: 50 }, (_unused, n) =>
      items
        .item("contended", "t1")
        .replace({ id: "contended", tenantId: "t1", n }, ifMatch(etag))
        .then(
          ({ statusCode }) => statusCode,
          (error) => error.code,
        ),
    );
    const codes = await Promise.all(replaces);
    expect(codes.filter((code) => code === 200)).toHaveLength(1);
    expect(codes.filter((code) => code === 412)).toHaveLength(49);
  });
});

describe("upsert", () => {
  it("answers 201 for a new item and 200 for an existing one", async () => {
    expect((await items.items.upsert({ id: "upserted", tenantId: "t1", n: 1 })).statusCode).toBe(201);
    expect((await items.items.upsert({ id: "upserted", tenantId: "t1", n: 2 })).statusCode).toBe(200);
    expect((await items.item("upserted", "t1").read()).resource.n).toBe(2);
  });

  it("refuses a stale etag with 412", async () => {
    const { etag } = await items.items.upsert({ id: "upsert-stale", tenantId: "t1" });
    await items.items.upsert({ id: "upsert-stale", tenantId: "t1", n: 2 });
    const late = items.items.upsert({ id: "upsert-stale", tenantId: "t1", n: 3 }, ifMatch(etag));
    expect((await refusalOf(late)).code).toBe(412);
  });
});

describe("delete", () => {
  it("answers 412 for a stale etag, 204 for the current one, then 404", async () => {
    const { etag } = await items.items.create({ id: "deleted", tenantId: "t1" });
    const item = items.item("deleted", "t1");
    expect((await refusalOf(item.delete(ifMatch('"stale"')))).code).toBe(412);
    expect((await item.delete(ifMatch(etag))).statusCode).toBe(204);
    expect((await refusalOf(item.delete())).code).toBe(404);
    expect((await item.read()).statusCode).toBe(404);
  });
});

describe("request charge", () => {
  it("is 1 for a point read of 1 KB and about 5 for its creation", async () => {
    const created = await items.items.create({ id: "kilo", tenantId: "t1", text: "x".repeat(700) });
    expect(created.requestCharge).toBeGreaterThan(4.5);
    expect(created.requestCharge).toBeLessThan(8);
    expect((await items.item("kilo", "t1").read()).requestCharge).toBe(1);
  });

  it("grows with the size", async () => {
    const created = await items.items.create({ id: "heavy", tenantId: "t1", text: "x".repeat(100_000) });
    expect(created.requestCharge).toBeGreaterThan(40);
    const { requestCharge } = await items.item("heavy", "t1").read();
    expect(requestCharge).toBeGreaterThan(5);
    expect(requestCharge).toBeLessThan(20);
  });

  it("is charged for a create that ends in 409 like for a write", async () => {
    await items.items.create({ id: "charged", tenantId: "t1" });
    const refusal = await refusalOf(items.items.create({ id: "charged", tenantId: "t1" }));
    expect(Number(refusal.headers?.["x-ms-request-charge"])).toBeGreaterThan(1);
  });
});
