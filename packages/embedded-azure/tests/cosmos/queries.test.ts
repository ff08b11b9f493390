import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, openAccount } from "./harness.ts";

const PEOPLE = [
  { id: "p0", name: "Ada", team: "red", age: 36, tags: ["x", "y"], address: { city: "Paris" } },
  { id: "p1", name: "Bert", team: "blue", age: 12, tags: ["y"], address: { city: "Rome" } },
  { id: "p2", name: "carla", team: "red", age: 50, tags: [], address: null },
  { id: "p3", name: "Dörte", team: "green", age: 5, tags: [{ k: 1, v: "a" }] },
  { id: "p4", name: "Zoë", team: "blue", age: 36.5, tags: ["x"], active: true },
  { id: "p5", name: "😀", team: "red", age: null, active: false },
];

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  items = await account.container();
  for (const tenantId of ["t1", "t2"]) {
    for (const person of PEOPLE) await items.items.create({ ...person, tenantId });
  }
  await items.items.create({ id: "only-t2", tenantId: "t2", name: "Only", team: "red", age: 1 });
});
afterAll(() => account[Symbol.asyncDispose]());

/** All answers of a query in one partition. */
async function ask(query: string | SqlQuerySpec, partitionKey = "t1"): Promise<unknown[]> {
  return (await items.items.query(query, { partitionKey }).fetchAll()).resources;
}

/** The ids of the people for whom a condition holds, sorted. */
async function idsWhere(condition: string, parameters: Record<string, unknown> = {}): Promise<string[]> {
  const list = Object.entries(parameters).map(([name, value]) => ({ name: `@${name}`, value: value as string }));
  const ids = await ask({ query: `SELECT VALUE c.id FROM c WHERE ${condition}`, parameters: list });
  return ids.map(String).toSorted((left, right) => left.localeCompare(right));
}

describe("isolation", () => {
  it("answers only items of the partition that is asked", async () => {
    expect(await ask("SELECT * FROM c", "t1")).toHaveLength(6);
    expect(await ask("SELECT * FROM c", "t2")).toHaveLength(7);
    expect(await ask("SELECT VALUE c.tenantId FROM c WHERE c.team = 'red'", "t1")).toEqual(["t1", "t1", "t1"]);
    expect(await ask("SELECT VALUE COUNT(1) FROM c", "t1")).toEqual([6]);
    expect(await ask("SELECT * FROM c", "t")).toEqual([]);
    expect(await ask("SELECT * FROM c", "nobody")).toEqual([]);
  });

  it("reads only the items of a partition with readAll", async () => {
    expect((await items.items.readAll({ partitionKey: "t1" }).fetchAll()).resources).toHaveLength(6);
  });

  it("cannot be talked out of the partition by the condition", async () => {
    expect(await ask("SELECT VALUE c.id FROM c WHERE true OR c.tenantId = 't2'", "t1")).toHaveLength(6);
  });

  it("reads over all partitions when none is named", async () => {
    const { resources } = await items.items.query("SELECT VALUE c.tenantId FROM c").fetchAll();
    expect(resources).toHaveLength(13);
  });
});

describe("conditions", () => {
  it.each([
    ["c.team = 'red'", ["p0", "p2", "p5"]],
    ['c["team"] = "red"', ["p0", "p2", "p5"]],
    ["c.team != 'red'", ["p1", "p3", "p4"]],
    ["c.team <> 'red' AND c.age > 10", ["p1", "p4"]],
    ["c.age >= 36 AND c.age <= 50", ["p0", "p2", "p4"]],
    ["36 < c.age", ["p2", "p4"]],
    ["c.age < 36", ["p1", "p3"]],
    ["c.team = 'green' OR c.age = 12", ["p1", "p3"]],
    ["c.team = 'red' AND (c.age = 36 OR c.age = null)", ["p0", "p5"]],
    ["NOT c.team = 'red'", ["p1", "p3", "p4"]],
    ["NOT (c.active = true)", ["p5"]],
    ["c.active = false", ["p5"]],
    ["c.active != true", ["p5"]],
    ["c.age = null", ["p5"]],
    ["c.age > 'a'", []],
    ["c.team IN ('green', 'blue')", ["p1", "p3", "p4"]],
    ["c.age IN (12, null, 'x')", ["p1", "p5"]],
    ["c.team NOT IN ('green', 'blue')", ["p0", "p2", "p5"]],
    ["c.address.city = 'Rome'", ["p1"]],
    ["c.tags[0] = 'x'", ["p0", "p4"]],
    ["IS_DEFINED(c.active)", ["p4", "p5"]],
    ["NOT IS_DEFINED(c.active)", ["p0", "p1", "p2", "p3"]],
    ["IS_NULL(c.address)", ["p2"]],
    ["IS_DEFINED(c.address) AND NOT IS_NULL(c.address)", ["p0", "p1"]],
    ["CONTAINS(c.name, 'A')", ["p0"]],
    ["CONTAINS(c.name, 'A', true)", ["p0", "p2"]],
    ["ARRAY_CONTAINS(c.tags, 'y')", ["p0", "p1"]],
    ["c.nothing = 1", []],
    ["c.nothing != 1", []],
    ["true", ["p0", "p1", "p2", "p3", "p4", "p5"]],
    ["c._ts > 1600000000", ["p0", "p1", "p2", "p3", "p4", "p5"]],
  ])("the condition %s finds what it says", async (condition, expected) => {
    expect(await idsWhere(condition)).toEqual(expected);
  });

  it("compares with parameters of every type", async () => {
    expect(await idsWhere("c.team = @g", { g: "red" })).toEqual(["p0", "p2", "p5"]);
    expect(await idsWhere("c.age = @n", { n: 36.5 })).toEqual(["p4"]);
    expect(await idsWhere("c.age = @n", { n: null })).toEqual(["p5"]);
    expect(await idsWhere("c.active = @b", { b: true })).toEqual(["p4"]);
    expect(await idsWhere("c.address = @o", { o: { city: "Rome" } })).toEqual(["p1"]);
    expect(await idsWhere("c.tags = @o", { o: ["x", "y"] })).toEqual(["p0"]);
    expect(await idsWhere("c.name = @s", { s: "😀" })).toEqual(["p5"]);
    expect(await idsWhere("c.name = @s", { s: "' OR true --" })).toEqual([]);
  });

  it("finds ids in an array parameter, and a part of an object in an array", async () => {
    expect(await idsWhere("ARRAY_CONTAINS(@ids, c.id)", { ids: ["p1", "p4", "x"] })).toEqual(["p1", "p4"]);
    expect(await idsWhere("ARRAY_CONTAINS(c.tags, @part, true)", { part: { k: 1 } })).toEqual(["p3"]);
    expect(await idsWhere("ARRAY_CONTAINS(c.tags, @part)", { part: { k: 1 } })).toEqual([]);
  });

  it("reads escapes in texts", async () => {
    expect(await idsWhere(`c.name = "\\u0041da"`)).toEqual(["p0"]);
    expect(await idsWhere(`c.name = 'D\\u00f6rte'`)).toEqual(["p3"]);
  });
});

describe("projections", () => {
  it("gives whole items with their system properties", async () => {
    const [item] = await ask("SELECT * FROM people p WHERE p.id = 'p0'");
    expect(item).toMatchObject({ ...PEOPLE[0], tenantId: "t1", _etag: expect.stringMatching(/^".+"$/) });
  });

  it("gives properties by name and by alias and leaves out what an item lacks", async () => {
    const query = "SELECT c.id, c.address.city AS town, c.active FROM c WHERE c.id IN ('p0', 'p4')";
    expect(await ask(query)).toEqual([
      { id: "p0", town: "Paris" },
      { id: "p4", active: true },
    ]);
  });

  it("gives values, skipping items where there is none", async () => {
    expect(await ask("SELECT VALUE c.active FROM c")).toEqual([true, false]);
    expect(await ask("SELECT VALUE c.address.city FROM c WHERE c.team = 'red'")).toEqual(["Paris"]);
  });
});

describe("aggregates", () => {
  it.each([
    ["SELECT VALUE COUNT(1) FROM c WHERE c.team = 'red'", [3]],
    ["SELECT VALUE COUNT(1) FROM c WHERE CONTAINS(c.name, 'A', true)", [2]],
    ["SELECT VALUE COUNT(1) FROM c WHERE c.team = 'none'", [0]],
    ["SELECT VALUE COUNT(c.active) FROM c", [2]],
  ])("the aggregate %s gives what it says", async (query, expected) => {
    expect(await ask(query)).toEqual(expected);
  });

  it("counts over all partitions", async () => {
    const { resources } = await items.items.query("SELECT VALUE COUNT(1) FROM c WHERE c.team = 'red'").fetchAll();
    expect(resources).toEqual([7]);
  });
});

describe("order", () => {
  it("sorts by text, code point by code point", async () => {
    const names = await ask("SELECT VALUE c.name FROM c ORDER BY c.name");
    expect(names).toEqual(["Ada", "Bert", "Dörte", "Zoë", "carla", "😀"]);
  });

  it("sorts by number downwards", async () => {
    const ages = await ask("SELECT VALUE c.age FROM c WHERE c.age > 0 ORDER BY c.age DESC");
    expect(ages).toEqual([50, 36.5, 36, 12, 5]);
  });

  it("keeps the first ones with TOP", async () => {
    expect(await ask("SELECT TOP 2 VALUE c.id FROM c ORDER BY c.name")).toEqual(["p0", "p1"]);
  });
});
