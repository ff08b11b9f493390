import type { Container } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Account, isReal, openAccount, refusalOf } from "./harness.ts";

let account: Account;
let items: Container;

beforeAll(async () => {
  account = await openAccount();
  items = await account.container();
  await items.items.create({ id: "a", tenantId: "t1", n: 1, tags: [1] });
});
afterAll(() => account[Symbol.asyncDispose]());

const refusalOfQuery = (query: string) => refusalOf(items.items.query(query, { partitionKey: "t1" }).fetchAll());

describe("SQL that is wrong", () => {
  it.each([
    "SELEC * FROM c",
    "SELECT * FROM c WHERE",
    "SELECT * FROM c WHERE c.a =",
    "SELECT * FROM c WHERE x.a = 1",
    "SELECT * FROM c WHERE c.order = 1",
    "SELECT * FROM c ORDER BY",
    "SELECT * FROM c WHERE c.a = 'open",
    "SELECT * FROM c WHERE c.a = 1 c.b = 2",
    "SELECT * FROM c;",
    "SELECT * FROM c WHERE c.a IN ()",
  ])("%s is refused with 400", async (query) => {
    expect((await refusalOfQuery(query)).code).toBe(400);
  });
});

it.skipIf(isReal)("a parameter without a value is refused with 400", async () => {
  const { code, message } = await refusalOfQuery("SELECT * FROM c WHERE c.a = @missing");
  expect(code).toBe(400);
  expect(message).toContain("@missing");
});

describe("an order of two paths", () => {
  it("an order of two paths without a composite index for it is refused with 400", async () => {
    const { code, message } = await refusalOfQuery("SELECT * FROM c ORDER BY c.n, c.id");
    expect(code).toBe(400);
    expect(message).toContain("composite index");
  });

  it("is answered in the directions of the index and in all of them turned round, and in no other", async () => {
    const index = [
      { path: "/n", order: "ascending" as const },
      { path: "/id", order: "descending" as const },
    ];
    const indexed = await account.container({ indexingPolicy: { compositeIndexes: [index] } });
    for (const id of ["a", "b"]) await indexed.items.create({ id, tenantId: "t1", n: 1 });
    const ask = (order: string) =>
      indexed.items.query(`SELECT VALUE c.id FROM c ORDER BY ${order}`, { partitionKey: "t1" }).fetchAll();
    expect((await ask("c.n ASC, c.id DESC")).resources).toEqual(["b", "a"]);
    expect((await ask("c.n DESC, c.id ASC")).resources).toEqual(["a", "b"]);
    expect((await refusalOf(ask("c.n ASC, c.id ASC"))).code).toBe(400);
    expect((await refusalOf(ask("c.id DESC, c.n ASC"))).code).toBe(400);
  });
});

it.skipIf(isReal)("an order of two paths is answered without an index when the server is not strict", async () => {
  await using lenient = await openAccount({ strict: false });
  const container = await lenient.container();
  for (const id of ["a", "b"]) await container.items.create({ id, tenantId: "t1", n: 1 });
  const query = container.items.query("SELECT VALUE c.id FROM c ORDER BY c.n, c.id DESC", { partitionKey: "t1" });
  expect((await query.fetchAll()).resources).toEqual(["b", "a"]);
});

// The service can do all of this; the embedded server must say so and never answer something else.
describe.skipIf(isReal)("what the product does not use", () => {
  it.each([
    ["SELECT c.kind, COUNT(1) AS n FROM c GROUP BY c.kind", "COUNT"],
    ["SELECT c.kind FROM c GROUP BY c.kind", "GROUP BY"],
    ["SELECT VALUE t FROM c JOIN t IN c.tags", "JOIN"],
    ["SELECT VALUE t FROM t IN c.tags", "FROM ... IN"],
    ["SELECT * FROM c.tags", "FROM a part"],
    ["SELECT DISTINCT c.n FROM c", "DISTINCT"],
    ["SELECT DISTINCT VALUE c.n FROM c", "DISTINCT"],
    ["SELECT COUNT(1) AS n FROM c", "COUNT"],
    ["SELECT VALUE AVG(c.n) FROM c", "AVG"],
    ["SELECT VALUE SUM(c.n) FROM c", "SUM"],
    ["SELECT VALUE COUNT(1) FROM c ORDER BY c.n", "COUNT together with ORDER BY"],
    ["SELECT * FROM c OFFSET 1 LIMIT 2", "OFFSET LIMIT"],
    ["SELECT * FROM c WHERE STARTSWITH(c.id, 'a')", "STARTSWITH"],
    ["SELECT * FROM c WHERE c.n BETWEEN 1 AND 2", "BETWEEN"],
    ["SELECT * FROM c WHERE c.id LIKE 'a%'", "LIKE"],
    ["SELECT * FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags)", "EXISTS"],
    ["SELECT ARRAY(SELECT VALUE t FROM t IN c.tags) AS t FROM c", "ARRAY"],
    ["SELECT * FROM c WHERE c.n IN (SELECT VALUE 1)", "sub-query"],
    ["SELECT * FROM c WHERE udf.isGood(c)", "user defined function"],
    ["SELECT * FROM c WHERE c.n + 1 = 2", "operator +"],
    ["SELECT * FROM c WHERE (c.n ?? 1) = 1", "operator ??"],
    ["SELECT VALUE c.n > 0 ? 'a' : 'b' FROM c", "operator ? :"],
    ["SELECT * FROM c WHERE c.id || 'x' = 'ax'", "operator ||"],
    ["SELECT VALUE {n: c.n} FROM c", "object literal"],
    ["SELECT * FROM c WHERE ARRAY_CONTAINS([1], c.n)", "array literal"],
    ["SELECT * FROM c WHERE ENDSWITH(c.id, 'a')", "ENDSWITH"],
    ["SELECT * FROM c WHERE c.when > GetCurrentDateTime()", "GETCURRENTDATETIME"],
    ["SELECT * FROM c ORDER BY IS_NULL(c.id)", "ORDER BY"],
    ["SELECT * FROM c WHERE LOWER(c.id) = 'a'", "LOWER"],
  ])("%s is refused with 400 that names it", async (query, name) => {
    const { code, message } = await refusalOfQuery(query);
    expect(code).toBe(400);
    expect(message).toContain(name);
    expect(message).toContain("not supported by the local Cosmos DB server");
  });

  it("the change feed is refused", async () => {
    await expect(items.items.getChangeFeedIterator().readNext()).rejects.toThrow("not supported");
  });

  it("stored procedures, triggers and user defined functions are refused", async () => {
    const body = "function () {}";
    expect((await refusalOf(items.scripts.storedProcedures.create({ id: "p", body }))).code).toBe(400);
    expect((await refusalOf(items.scripts.userDefinedFunctions.create({ id: "f", body }))).code).toBe(400);
    expect((await refusalOf(items.scripts.storedProcedure("p").execute("t1"))).code).toBe(400);
  });

  it("bulk is refused", async () => {
    const operation = { operationType: "Create" as const, resourceBody: { id: "bulk", tenantId: "t1" } };
    const outcome = await items.items.bulk([operation]).catch((error) => error);
    expect(outcome.code).toBe(400);
    expect((await items.item("bulk", "t1").read()).statusCode).toBe(404);
  });

  it("deleting all items of a partition key is refused and deletes nothing", async () => {
    expect((await refusalOf(items.deleteAllItemsForPartitionKey("t1"))).code).toBe(400);
    expect((await items.item("a", "t1").read()).statusCode).toBe(200);
  });

  it("throughput is refused: the account is serverless", async () => {
    expect((await refusalOf(items.readOffer())).code).toBe(400);
    const { database } = items;
    const definition = { id: "with-throughput", partitionKey: "/tenantId", throughput: 400 };
    expect((await refusalOf(database.containers.create(definition))).code).toBe(400);
  });

  it("an indexing policy that leaves paths out is refused", async () => {
    const excludedPaths = [{ path: "/text/?" }];
    const definition = { id: "partial", partitionKey: "/tenantId", indexingPolicy: { excludedPaths } };
    expect((await refusalOf(items.database.containers.create(definition))).code).toBe(400);
  });

  it("metrics of a query are refused", async () => {
    const options = { partitionKey: "t1", populateQueryMetrics: true };
    const asked = items.items.query("SELECT * FROM c", options).fetchAll();
    expect((await refusalOf(asked)).code).toBe(400);
  });

  it("If-None-Match on a create is refused: no document says what it does", async () => {
    const accessCondition = { type: "IfNoneMatch", condition: "*" };
    const create = items.items.create({ id: "conditional", tenantId: "t1" }, { accessCondition });
    expect((await refusalOf(create)).code).toBe(400);
  });

  it("a partition key path in quotes is refused", async () => {
    const { database } = items;
    const definition = { id: "quoted", partitionKey: { paths: ['/"tenant id"'] } };
    expect((await refusalOf(database.containers.create(definition))).code).toBe(400);
  });

  it("a hierarchical partition key is refused", async () => {
    const partitionKey = { paths: ["/tenantId", "/userId"], kind: "MultiHash" as never };
    const { database } = items;
    expect((await refusalOf(database.containers.create({ id: "hierarchical", partitionKey }))).code).toBe(400);
  });

  it("a patch that moves is refused and changes nothing", async () => {
    const move = { op: "move", from: "/n", path: "/m" } as never;
    expect((await refusalOf(items.item("a", "t1").patch([move]))).code).toBe(400);
    expect((await items.item("a", "t1").read()).resource.n).toBe(1);
  });
});
