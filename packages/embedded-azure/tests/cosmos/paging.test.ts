import type { Container } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, isReal, openAccount, refusalOf } from "./harness.ts";

type Entry = { id: string; n: number };

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  const index = [
    { path: "/kind", order: "ascending" as const },
    { path: "/n", order: "descending" as const },
  ];
  items = await account.container({ indexingPolicy: { compositeIndexes: [index] } });
  for (const tenantId of ["t1", "t2"]) {
    for (let n = 0; n < 45; n++) {
      const id = `i${String((n * 17) % 45).padStart(2, "0")}`;
      await items.items.create({ id, tenantId, n: n % 9, kind: n % 2 === 0 ? "run" : "audit", text: `text ${n}` });
    }
  }
});
afterAll(() => account[Symbol.asyncDispose]());

/** Every page of a query, each read by a new iterator from the continuation of the page before. */
async function pages(query: string, maxItemCount: number, scope: object = { partitionKey: "t1" }): Promise<Entry[][]> {
  const result: Entry[][] = [];
  let continuationToken: string | undefined;
  do {
    const options = { maxItemCount, ...(continuationToken && { continuationToken }), ...scope };
    const page = await items.items.query<Entry>(query, options).fetchNext();
    result.push(page.resources ?? []);
    if (result.length > 100) throw new Error("The pages of this query do not come to an end.");
    continuationToken = page.continuationToken;
  } while (continuationToken !== undefined);
  return result;
}

describe("a query read page by page", () => {
  it("gives every item once, no page larger than asked", async () => {
    const read = await pages("SELECT * FROM c", 10);
    expect(read.map((page) => page.length)).toEqual([10, 10, 10, 10, 5]);
    expect(new Set(read.flat().map(({ id }) => id)).size).toBe(45);
  });

  it.each(["ASC", "DESC"])("keeps the order %s over pages, ties included", async (direction) => {
    const query = `SELECT * FROM c ORDER BY c.n ${direction}`;
    const read = (await pages(query, 7)).flat();
    expect(new Set(read.map(({ id }) => id)).size).toBe(45);
    const sign = direction === "ASC" ? 1 : -1;
    expect(read.map(({ n }) => n)).toEqual(read.map(({ n }) => n).toSorted((left, right) => sign * (left - right)));
  });

  it("keeps an order of two paths over pages, with a condition", async () => {
    const query = "SELECT * FROM c WHERE c.kind = 'run' ORDER BY c.kind ASC, c.n DESC";
    const read = (await pages(query, 4)).flat();
    expect(read).toHaveLength(23);
    expect(new Set(read.map(({ id }) => id)).size).toBe(23);
    expect(read.map(({ n }) => n)).toEqual(read.map(({ n }) => n).toSorted((left, right) => right - left));
  });

  it("holds TOP over pages", async () => {
    expect((await pages("SELECT TOP 8 * FROM c", 5)).map((page) => page.length)).toEqual([5, 3]);
  });

  it("is not disturbed by items that are created and deleted between pages", async () => {
    const moving = await account.container();
    for (const n of [10, 20, 30, 40]) await moving.items.create({ id: `m${n}`, tenantId: "t1", n });
    const query = "SELECT VALUE c.n FROM c ORDER BY c.n";
    const first = await moving.items.query<number>(query, { partitionKey: "t1", maxItemCount: 2 }).fetchNext();
    await moving.item("m20", "t1").delete();
    await moving.items.create({ id: "m5", tenantId: "t1", n: 5 });
    await moving.items.create({ id: "m25", tenantId: "t1", n: 25 });
    const { continuationToken } = first;
    const options = { partitionKey: "t1", ...(continuationToken && { continuationToken }) };
    const rest = await moving.items.query<number>(query, options).fetchAll();
    expect([...first.resources, ...rest.resources]).toEqual([10, 20, 25, 30, 40]);
  });

  it("tells by hasMoreResults when it is read to the end", async () => {
    const iterator = items.items.query("SELECT * FROM c", { partitionKey: "t1", maxItemCount: 20 });
    const sizes: number[] = [];
    while (iterator.hasMoreResults()) sizes.push((await iterator.fetchNext()).resources?.length ?? 0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(45);
  });
});

// The SDK merges pages of several partition ranges itself, so a real account gives no continuation here.
describe.skipIf(isReal)("a query over all partitions read page by page", () => {
  it("gives every item of every partition once, in order", async () => {
    const read = (await pages("SELECT * FROM c ORDER BY c.n DESC", 13, {})).flat();
    expect(read).toHaveLength(90);
    expect(read.map(({ n }) => n)).toEqual(read.map(({ n }) => n).toSorted((left, right) => right - left));
  });
});

describe("a continuation", () => {
  it("what is no continuation is refused with 400", async () => {
    const options = { partitionKey: "t1", continuationToken: "nonsense" };
    expect((await refusalOf(items.items.query("SELECT * FROM c", options).fetchNext())).code).toBe(400);
  });

  it.skipIf(isReal)("a continuation of another partition or query is refused with 400", async () => {
    const options = { partitionKey: "t1", maxItemCount: 5 };
    const { continuationToken } = await items.items.query("SELECT * FROM c", options).fetchNext();
    const foreign = { maxItemCount: 5, ...(continuationToken && { continuationToken }) };
    const other = items.items.query("SELECT * FROM c", { ...foreign, partitionKey: "t2" });
    expect((await refusalOf(other.fetchNext())).code).toBe(400);
    const different = items.items.query("SELECT * FROM c ORDER BY c.n", { ...foreign, partitionKey: "t1" });
    expect((await refusalOf(different.fetchNext())).code).toBe(400);
  });
});
