import { type Container, type OperationInput, PatchOperationType } from "@azure/cosmos";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Account, openAccount, refusalOf } from "./harness.ts";

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  items = await account.container({ uniqueKeyPolicy: { uniqueKeys: [{ paths: ["/activeKey"] }] } });
});
afterAll(() => account[Symbol.asyncDispose]());

const create = (id: string, more: object = {}): OperationInput => ({
  operationType: "Create",
  resourceBody: { id, tenantId: "t1", activeKey: id, ...more },
});
const statusCodes = async (operations: OperationInput[]) => {
  const { code, result } = await items.items.batch(operations, "t1");
  return { code, codes: result?.map((entry) => entry.statusCode) };
};

it("a batch carries out operations of every kind in one partition, with a result and an etag each", async () => {
  await items.items.create({ id: "b-replaced", tenantId: "t1", activeKey: "b-replaced" });
  await items.items.create({ id: "b-deleted", tenantId: "t1", activeKey: "b-deleted" });
  const operations: OperationInput[] = [
    create("b-created", { n: 1 }),
    { operationType: "Upsert", resourceBody: { id: "b-upserted", tenantId: "t1", activeKey: "b-upserted" } },
    {
      operationType: "Replace",
      id: "b-replaced",
      resourceBody: { id: "b-replaced", tenantId: "t1", activeKey: "b-replaced", n: 2 },
    },
    {
      operationType: "Patch",
      id: "b-created",
      resourceBody: { operations: [{ op: PatchOperationType.incr, path: "/n", value: 4 }] },
    },
    { operationType: "Read", id: "b-created" },
    { operationType: "Delete", id: "b-deleted" },
  ];
  const { code, result } = await items.items.batch(operations, "t1");
  expect(code).toBe(200);
  expect(result?.map((entry) => entry.statusCode)).toEqual([201, 201, 200, 200, 200, 204]);
  expect(result?.[4]?.resourceBody).toMatchObject({ id: "b-created", n: 5 });
  expect(result?.[0]?.eTag).toMatch(/^".+"$/);
  expect((await items.item("b-deleted", "t1").read()).statusCode).toBe(404);
});

it("a batch answers 207 and stores nothing when one operation fails: its own status there, 424 everywhere else", async () => {
  await items.items.create({ id: "b-taken", tenantId: "t1", activeKey: "b-taken" });
  const outcome = await statusCodes([create("b-before"), create("b-taken"), create("b-after")]);
  expect(outcome).toEqual({ code: 207, codes: [424, 409, 424] });
  expect((await items.item("b-before", "t1").read()).statusCode).toBe(404);
  expect((await items.item("b-after", "t1").read()).statusCode).toBe(404);
});

it("a failed batch takes back changes and deletions too", async () => {
  await items.items.create({ id: "b-kept", tenantId: "t1", activeKey: "b-kept", n: 1 });
  const patch = { operations: [{ op: PatchOperationType.set, path: "/n", value: 2 }] };
  const outcome = await statusCodes([
    { operationType: "Patch", id: "b-kept", resourceBody: patch },
    { operationType: "Delete", id: "b-kept" },
    { operationType: "Read", id: "b-nowhere" },
  ]);
  expect(outcome).toEqual({ code: 207, codes: [424, 424, 404] });
  expect((await items.item("b-kept", "t1").read()).resource.n).toBe(1);
});

it("a batch refuses a stale etag with 412 in its place", async () => {
  await items.items.create({ id: "b-stale", tenantId: "t1", activeKey: "b-stale" });
  const body = { id: "b-stale", tenantId: "t1", activeKey: "b-stale", n: 2 };
  const outcome = await statusCodes([
    create("b-with-stale"),
    { operationType: "Replace", id: "b-stale", ifMatch: '"old"', resourceBody: body },
  ]);
  expect(outcome).toEqual({ code: 207, codes: [424, 412] });
});

it("a batch refuses a patch whose condition does not hold with 412 in its place", async () => {
  await items.items.create({ id: "b-guarded", tenantId: "t1", activeKey: "b-guarded", status: "completed" });
  const condition = "FROM c WHERE c.status = 'running'";
  const operations = [{ op: PatchOperationType.set, path: "/n", value: 2 }];
  const outcome = await statusCodes([
    { operationType: "Patch", id: "b-guarded", resourceBody: { condition, operations } },
    create("b-audit"),
  ]);
  expect(outcome).toEqual({ code: 207, codes: [412, 424] });
});

it("a batch sees a unique key that an earlier operation of it has freed", async () => {
  await items.items.create({ id: "b-run-1", tenantId: "t1", activeKey: "sync" });
  const ended = { id: "b-run-1", tenantId: "t1", activeKey: "b-run-1" };
  const outcome = await statusCodes([
    { operationType: "Replace", id: "b-run-1", resourceBody: ended },
    create("b-run-2", { activeKey: "sync" }),
  ]);
  expect(outcome).toEqual({ code: 200, codes: [200, 201] });
});

it("a batch refuses a unique key that is taken with 409 in its place", async () => {
  await items.items.create({ id: "b-active", tenantId: "t1", activeKey: "snapshot" });
  const outcome = await statusCodes([create("b-second", { activeKey: "snapshot" }), create("b-second-audit")]);
  expect(outcome).toEqual({ code: 207, codes: [409, 424] });
});

it("a batch refuses an item of another partition with 400 in its place", async () => {
  const stranger: OperationInput = { operationType: "Create", resourceBody: { id: "b-stranger", tenantId: "t2" } };
  expect(await statusCodes([create("b-native"), stranger])).toEqual({ code: 207, codes: [424, 400] });
  expect((await items.item("b-stranger", "t1").read()).statusCode).toBe(404);
  expect((await items.item("b-stranger", "t2").read()).statusCode).toBe(404);
});

it("exactly one of 50 simultaneous batches for one key makes its run", async () => {
  const batches = Array.from({ length: 50 }, (_unused, n) =>
    statusCodes([create(`b-start-${n}`, { activeKey: "one" }), create(`b-start-audit-${n}`)]),
  );
  const codes = (await Promise.all(batches)).map(({ code }) => code);
  expect(codes.filter((code) => code === 200)).toHaveLength(1);
  expect(codes.filter((code) => code === 207)).toHaveLength(49);
});

it("refuses a batch of more than 2 MB with 413 and stores nothing, and takes one that is just smaller", async () => {
  const halves = (bytes: number, name: string) =>
    ["a", "b"].map((half) => create(`b-${name}-${half}`, { text: "x".repeat(bytes / 2) }));
  expect((await refusalOf(items.items.batch(halves(2_097_152, "large"), "t1"))).code).toBe(413);
  expect((await items.item("b-large-a", "t1").read()).statusCode).toBe(404);
  expect(await statusCodes(halves(2_090_000, "smaller"))).toEqual({ code: 200, codes: [201, 201] });
});
