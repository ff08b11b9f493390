import type { Container } from "@azure/cosmos";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CosmosControl } from "../../src/cosmos/control.ts";
import { type Account, asSeenBy, isReal, openAccount, refusalOf } from "./harness.ts";

describe.skipIf(isReal)("faults on command", () => {
  let account: Account;
  let items: Container;
  let control: CosmosControl;

  beforeAll(async () => {
    account = await openAccount();
    items = await account.container();
    control = account.server().control;
    await items.items.create({ id: "a", tenantId: "t1" });
  });
  afterAll(() => account[Symbol.asyncDispose]());
  beforeEach(() => control.resetCharges());

  it("429 is answered with the time to wait, and the SDK tries again by itself", async () => {
    control.injectStatus({ status: 429, retryAfterMs: 1, times: 2 });
    const { statusCode, headers } = await items.item("a", "t1").read();
    expect(statusCode).toBe(200);
    expect(headers["x-ms-throttle-retry-count"]).toBe(2);
    expect(control.charges().byOperation.read?.requests).toBe(3);
  });

  it("429 reaches the caller when the SDK gives up", async () => {
    control.injectStatus({ status: 429, retryAfterMs: 7, times: 1 });
    const connectionPolicy = { retryOptions: { maxRetryAttemptCount: 0 } };
    const impatient = asSeenBy(account.client({ connectionPolicy }), items);
    const refusal = await refusalOf(impatient.item("a", "t1").read());
    expect(refusal.code).toBe(429);
    expect(refusal.retryAfterInMs).toBe(7);
  });

  it("449 reaches the caller: the SDK has no retry for it", async () => {
    control.injectStatus({ status: 449, times: 1 });
    expect((await refusalOf(items.items.upsert({ id: "b", tenantId: "t1" }))).code).toBe(449);
    expect((await items.item("b", "t1").read()).statusCode).toBe(404);
  });

  it("503 reaches the caller of a write, which was not carried out", async () => {
    control.injectStatus({ status: 503, times: 1, operation: "create" });
    expect((await items.item("a", "t1").read()).statusCode).toBe(200);
    expect((await refusalOf(items.items.create({ id: "c", tenantId: "t1" }))).code).toBe(503);
    expect((await items.item("c", "t1").read()).statusCode).toBe(404);
  });

  it("only the named kind of request is hit", async () => {
    control.injectStatus({ status: 449, times: 1, operation: "batch" });
    expect((await items.item("a", "t1").read()).statusCode).toBe(200);
    const batch = items.items.batch([{ operationType: "Read", id: "a" }], "t1");
    expect((await refusalOf(batch)).code).toBe(449);
  });

  it("a query is one request, and its charge grows with what it reads", async () => {
    const list = await account.container();
    for (let n = 0; n < 20; n++) await list.items.create({ id: `q${n}`, tenantId: "t1", n, text: "x".repeat(2000) });
    control.resetCharges();
    const ask = (query: string) => list.items.query(query, { partitionKey: "t1" }).fetchAll();
    const one = await ask("SELECT * FROM c WHERE c.id = 'q1'");
    const all = await ask("SELECT * FROM c");
    expect(one.requestCharge).toBeGreaterThan(2);
    expect(all.requestCharge).toBeGreaterThan(one.requestCharge + 2);
    expect(control.charges().byOperation.query?.requests).toBe(2);
  });

  it("requests and their charges are counted by kind", async () => {
    const { requestCharge } = await items.items.create({ id: "counted", tenantId: "t1" });
    await items.item("counted", "t1").read();
    await items.item("nowhere", "t1").read();
    const { total, byOperation } = control.charges();
    expect(byOperation).toEqual({
      create: { requests: 1, requestUnits: requestCharge },
      read: { requests: 2, requestUnits: 2 },
    });
    expect(total).toEqual({ requests: 3, requestUnits: requestCharge + 2 });
  });
});
