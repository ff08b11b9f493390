import type { Container, PatchRequestBody } from "@azure/cosmos";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Account, openAccount, refusalOf } from "./harness.ts";

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  items = await account.container();
});
afterAll(() => account[Symbol.asyncDispose]());

let made = 0;
/** A new item with the properties, and how to patch and read it. */
async function anItem(properties: object) {
  made++;
  const id = `item-${made}`;
  const { etag } = await items.items.create({ id, tenantId: "t1", ...properties });
  const item = items.item(id, "t1");
  return {
    etag,
    patch: (body: PatchRequestBody, options = {}) => item.patch(body, options),
    read: async () => (await item.read()).resource,
  };
}

it("one patch sets, adds, increments, removes and replaces", async () => {
  const item = await anItem({ a: 1, gone: true, list: [1, 2], nested: { n: 1 } });
  const { statusCode, resource } = await item.patch([
    { op: "set", path: "/a", value: "one" },
    { op: "add", path: "/list/-", value: 3 },
    { op: "add", path: "/list/0", value: 0 },
    { op: "incr", path: "/nested/n", value: 2 },
    { op: "incr", path: "/fresh", value: 5 },
    { op: "remove", path: "/gone" },
    { op: "replace", path: "/nested/n", value: 9 },
  ]);
  expect(statusCode).toBe(200);
  expect(resource).toMatchObject({ a: "one", list: [0, 1, 2, 3], nested: { n: 9 }, fresh: 5 });
  expect(resource).not.toHaveProperty("gone");
  expect(await item.read()).toEqual(resource);
});

it("a patch is carried out when its condition holds and refused with 412 when it does not", async () => {
  const item = await anItem({ status: "queued", attempt: 1 });
  const condition = "FROM c WHERE c.status = 'queued' AND c.attempt = 1";
  const operations = [{ op: "set" as const, path: "/status", value: "running" }];
  expect((await item.patch({ condition, operations })).statusCode).toBe(200);
  expect((await refusalOf(item.patch({ condition, operations }))).code).toBe(412);
  expect(await item.read()).toMatchObject({ status: "running" });
});

it("a patch understands a condition in lower case with another alias", async () => {
  const item = await anItem({ n: 1 });
  const operations = [{ op: "incr" as const, path: "/n", value: 1 }];
  expect((await item.patch({ condition: "from r where r.n = 1", operations })).resource.n).toBe(2);
});

it("a patch with a stale etag is refused with 412", async () => {
  const item = await anItem({ n: 1 });
  await item.patch([{ op: "incr", path: "/n", value: 1 }]);
  const accessCondition = { type: "IfMatch", condition: item.etag };
  const late = item.patch([{ op: "incr", path: "/n", value: 1 }], { accessCondition });
  expect((await refusalOf(late)).code).toBe(412);
});

it("a patch of a missing item answers 404", async () => {
  const patch = items.item("missing", "t1").patch([{ op: "set", path: "/a", value: 1 }]);
  expect((await refusalOf(patch)).code).toBe(404);
});

it("a patch of more than 10 operations is refused with 400", async () => {
  const item = await anItem({});
  const operations = Array.from({ length: 11 }, (_unused, n) => ({ op: "set" as const, path: `/p${n}`, value: n }));
  expect((await refusalOf(item.patch(operations))).code).toBe(400);
});

it.each([
  ["replace of a path that is not there", { op: "replace", path: "/missing", value: 1 }],
  ["remove of a path that is not there", { op: "remove", path: "/missing" }],
  ["set below a parent that is not there", { op: "set", path: "/missing/child", value: 1 }],
  ["increment of a text", { op: "incr", path: "/text", value: 1 }],
  ["change of the partition key", { op: "set", path: "/tenantId", value: "t2" }],
  ["change of the id", { op: "set", path: "/id", value: "other" }],
] as const)("a patch refuses the %s with 400 and changes nothing", async (_what, operation) => {
  const item = await anItem({ text: "text", n: 1 });
  const before = await item.read();
  expect((await refusalOf(item.patch([{ op: "set", path: "/n", value: 2 }, operation]))).code).toBe(400);
  expect(await item.read()).toEqual(before);
});

it("none of 100 simultaneous increments is lost", async () => {
  const item = await anItem({ n: 0 });
  await Promise.all(Array.from({ length: 100 }, () => item.patch([{ op: "incr", path: "/n", value: 1 }])));
  expect((await item.read()).n).toBe(100);
});
