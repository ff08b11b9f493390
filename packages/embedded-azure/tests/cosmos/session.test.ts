import type { Container } from "@azure/cosmos";
import { describe, expect, it } from "vitest";
import { type Account, asSeenBy, isReal, openAccount, refusalOf } from "./harness.ts";

const idsIn = async (container: Container): Promise<unknown[]> =>
  (await container.items.query("SELECT VALUE c.id FROM c", { partitionKey: "t1" }).fetchAll()).resources;

it("a session reads what it has written", async () => {
  await using account = await openAccount();
  const items = await account.container();
  await items.items.create({ id: "own", tenantId: "t1" });
  expect((await items.item("own", "t1").read()).statusCode).toBe(200);
  expect(await idsIn(items)).toEqual(["own"]);
});

it("a client may ask for less than session consistency, never for more", async () => {
  await using account = await openAccount();
  const items = await account.container();
  await items.items.create({ id: "a", tenantId: "t1" });
  const readWith = (consistencyLevel: "Strong" | "BoundedStaleness" | "Eventual") =>
    asSeenBy(account.client({ consistencyLevel }), items).item("a", "t1").read();
  expect((await readWith("Eventual")).statusCode).toBe(200);
  for (const level of ["Strong", "BoundedStaleness"] as const) {
    expect((await refusalOf(readWith(level))).code).toBe(400);
  }
});

it("tokens grow with every write", async () => {
  await using account = await openAccount();
  const items = await account.container();
  const numberOf = (token: unknown) => Number(/#(\d+)/.exec(String(token))?.[1]);
  const first = await items.items.create({ id: "a", tenantId: "t1" });
  const second = await items.items.create({ id: "b", tenantId: "t1" });
  expect(numberOf(second.headers["x-ms-session-token"])).toBeGreaterThan(numberOf(first.headers["x-ms-session-token"]));
});

/** The same container in the session of the writer and in that of somebody else, whose reads lag. */
async function twoSessions(account: Account) {
  const writer = await account.container({ defaultTtl: -1 });
  const other = asSeenBy(account.client(), writer);
  await writer.items.create({ id: "before", tenantId: "t1", n: 0 });
  account.server().control.lagReads("untilReleased");
  return { writer, other, control: account.server().control };
}

describe.skipIf(isReal)("when reads lag behind writes", () => {
  it("the writer's own session sees its writes at once", async () => {
    await using account = await openAccount();
    const { writer } = await twoSessions(account);
    await writer.items.create({ id: "new", tenantId: "t1" });
    await writer.item("before", "t1").patch([{ op: "set", path: "/n", value: 1 }]);
    expect((await writer.item("new", "t1").read()).statusCode).toBe(200);
    expect((await writer.item("before", "t1").read()).resource.n).toBe(1);
    expect(await idsIn(writer)).toEqual(["before", "new"]);
  });

  it("another session sees the past in reads and queries until it is released", async () => {
    await using account = await openAccount();
    const { writer, other, control } = await twoSessions(account);
    await writer.items.create({ id: "new", tenantId: "t1" });
    await writer.item("before", "t1").patch([{ op: "set", path: "/n", value: 1 }]);
    await writer.items.batch([{ operationType: "Create", resourceBody: { id: "batched", tenantId: "t1" } }], "t1");
    expect((await other.item("new", "t1").read()).statusCode).toBe(404);
    expect((await other.item("before", "t1").read()).resource.n).toBe(0);
    expect(await idsIn(other)).toEqual(["before"]);
    await writer.item("before", "t1").delete();
    expect((await other.item("before", "t1").read()).statusCode).toBe(200);
    control.releaseReads();
    expect((await other.item("new", "t1").read()).statusCode).toBe(200);
    expect(await idsIn(other)).toEqual(["batched", "new"]);
  });

  it("another session's write meets the present, and with its answer the session has caught up", async () => {
    await using account = await openAccount();
    const { writer, other } = await twoSessions(account);
    await writer.items.create({ id: "run", tenantId: "t1" });
    expect((await other.item("run", "t1").read()).statusCode).toBe(404);
    expect((await refusalOf(other.items.create({ id: "run", tenantId: "t1" }))).code).toBe(409);
    expect((await other.item("run", "t1").read()).statusCode).toBe(200);
  });

  it("a lagging read gives no token for what it did not see", async () => {
    await using account = await openAccount();
    const { writer, other } = await twoSessions(account);
    await writer.items.create({ id: "new", tenantId: "t1" });
    await other.item("before", "t1").read();
    await other.item("before", "t1").read();
    expect((await other.item("new", "t1").read()).statusCode).toBe(404);
  });

  it("other sessions catch up by themselves when a time that was set has passed", async () => {
    let nowMs = Date.now();
    await using account = await openAccount({ now: () => nowMs, lagReads: { ms: 500 } });
    const writer = await account.container();
    const other = asSeenBy(account.client(), writer);
    await writer.items.create({ id: "new", tenantId: "t1" });
    nowMs += 499;
    expect((await other.item("new", "t1").read()).statusCode).toBe(404);
    nowMs += 1;
    expect((await other.item("new", "t1").read()).statusCode).toBe(200);
  });
});
