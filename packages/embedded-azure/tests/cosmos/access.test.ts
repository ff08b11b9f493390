import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CosmosClient } from "@azure/cosmos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access, Caller } from "../../src/access/access.ts";
import { type RunningCosmos, startCosmos } from "../../src/cosmos/start-cosmos.ts";
import { makeCertificates } from "../../src/tls/make-certificates.ts";
import { trust } from "../../src/tls/trust.ts";
import { isReal, openAccount, refusalOf } from "./harness.ts";

describe("the key", () => {
  it("a key that is wrong is refused with 401", async () => {
    await using account = await openAccount();
    const container = await account.container();
    await container.items.create({ id: "a", tenantId: "t1" });
    const stranger = account.client({ key: Buffer.from("wrong").toString("base64") });
    const same = stranger.database(container.database.id).container(container.id);
    expect((await refusalOf(same.item("a", "t1").read())).code).toBe(401);
    expect((await refusalOf(same.items.create({ id: "b", tenantId: "t1" }))).code).toBe(401);
    expect((await refusalOf(stranger.getDatabaseAccount())).code).toBe(401);
    expect((await container.item("b", "t1").read()).statusCode).toBe(404);
  });
});

const callers: Record<string, Caller> = Object.fromEntries(
  ["contributor", "reader", "nobody"].map((name) => [
    name,
    { principalId: name, clientId: name, tenantId: "home", roles: [] },
  ]),
);
const actions: Record<string, readonly string[]> = {
  contributor: ["cosmos/read", "cosmos/write"],
  reader: ["cosmos/read"],
};

/** Tokens are the caller's name, and valid for the account's own endpoint or for the service, as `audience` says. */
function accessFor(audience: (asked: string) => boolean): Access {
  return {
    callerOf: async (token, asked) => ([asked].flat().some(audience) ? callers[token] : undefined),
    may: ({ principalId }, action, resource) => resource === "cosmos" && (actions[principalId] ?? []).includes(action),
  };
}

describe.skipIf(isReal)("a token", () => {
  const dir = mkdtempSync(join(tmpdir(), "cosmos-access-"));
  let server: RunningCosmos;
  let wantedAudience: (asked: string) => boolean = () => true;
  const asked: (string | string[])[] = [];

  beforeAll(async () => {
    const { caPem, cert, key } = await makeCertificates(Date.now(), 1);
    trust(caPem);
    const provision = {
      database: "tenantpilot",
      containers: [{ name: "tenantData", partitionKey: "/tenantId", uniqueKeys: [], compositeIndexes: [] }],
    };
    const access = accessFor((audience) => wantedAudience(audience));
    server = await startCosmos({ dir, port: 0, tls: { cert, key }, access, provision });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const clientOf = (token: string) => {
    const getToken = async (scopes: string | string[]) => {
      asked.push(scopes);
      return { token, expiresOnTimestamp: Date.now() + 3_600_000 };
    };
    return new CosmosClient({ endpoint: server.endpoint, aadCredentials: { getToken }, consistencyLevel: "Session" });
  };
  const dataOf = (token: string) => clientOf(token).database("tenantpilot").container("tenantData");

  it("a token of a contributor reads, writes, queries and batches over TLS on localhost", async () => {
    expect(server.endpoint).toBe(`https://localhost:${server.port}`);
    const data = dataOf("contributor");
    expect((await data.items.create({ id: "a", tenantId: "t1" })).statusCode).toBe(201);
    expect((await data.item("a", "t1").read()).statusCode).toBe(200);
    expect((await data.items.query("SELECT * FROM c", { partitionKey: "t1" }).fetchAll()).resources).toHaveLength(1);
    const batch = await data.items.batch([{ operationType: "Read", id: "a" }], "t1");
    expect(batch.code).toBe(200);
  });

  it("is asked for the account's endpoint", async () => {
    await dataOf("contributor").read();
    expect(asked).toContainEqual([`${server.endpoint}/.default`]);
  });

  it("is taken for the account's endpoint and for the service, and for nothing else", async () => {
    const read = () => dataOf("contributor").read();
    wantedAudience = (audience) => audience === server.endpoint;
    expect((await read()).statusCode).toBe(200);
    wantedAudience = (audience) => audience === "https://cosmos.azure.com";
    expect((await read()).statusCode).toBe(200);
    wantedAudience = (audience) => audience === "https://graph.microsoft.com";
    expect((await refusalOf(read())).code).toBe(401);
    wantedAudience = () => true;
  });

  it("a token that is not valid is refused with 401", async () => {
    expect((await refusalOf(dataOf("forged").read())).code).toBe(401);
  });

  it("a token of a reader reads, and is refused every write with 403", async () => {
    const data = dataOf("reader");
    await dataOf("contributor").items.upsert({ id: "r", tenantId: "t1" });
    expect((await data.item("r", "t1").read()).statusCode).toBe(200);
    expect((await data.items.query("SELECT * FROM c", { partitionKey: "t1" }).fetchAll()).resources).not.toEqual([]);
    expect((await refusalOf(data.items.create({ id: "w", tenantId: "t1" }))).code).toBe(403);
    expect((await refusalOf(data.items.upsert({ id: "r", tenantId: "t1", n: 1 }))).code).toBe(403);
    expect((await refusalOf(data.item("r", "t1").delete())).code).toBe(403);
    expect((await refusalOf(data.item("r", "t1").patch([{ op: "set", path: "/n", value: 1 }]))).code).toBe(403);
    const create = { operationType: "Create" as const, resourceBody: { id: "w", tenantId: "t1" } };
    expect((await refusalOf(data.items.batch([{ operationType: "Read", id: "r" }, create], "t1"))).code).toBe(403);
    expect((await data.item("w", "t1").read()).statusCode).toBe(404);
  });

  it("a token of a caller without a role is refused with 403", async () => {
    expect((await refusalOf(dataOf("nobody").item("a", "t1").read())).code).toBe(403);
  });

  it("cannot create or delete databases and containers: 403", async () => {
    const client = clientOf("contributor");
    const { containers } = client.database("tenantpilot");
    expect((await refusalOf(client.databases.create({ id: "own" }))).code).toBe(403);
    expect((await refusalOf(client.databases.createIfNotExists({ id: "own" }))).code).toBe(403);
    expect((await refusalOf(containers.create({ id: "own", partitionKey: "/tenantId" }))).code).toBe(403);
    expect((await refusalOf(containers.createIfNotExists({ id: "own", partitionKey: "/tenantId" }))).code).toBe(403);
    expect((await refusalOf(dataOf("contributor").delete())).code).toBe(403);
    expect((await refusalOf(client.database("tenantpilot").delete())).code).toBe(403);
  });

  it("is enough for createIfNotExists of what the deployment has created", async () => {
    const { containers } = clientOf("contributor").database("tenantpilot");
    const found = await containers.createIfNotExists({ id: "tenantData", partitionKey: "/tenantId" });
    expect(found.statusCode).toBe(200);
  });
});

describe.skipIf(isReal)("a query over all partitions", () => {
  it("is refused with 400 unless the client carries the mark in its user agent", async () => {
    await using account = await openAccount({ crossPartitionMark: "across-tenants" });
    const container = await account.container();
    await container.items.create({ id: "a", tenantId: "t1" });
    const refusal = await refusalOf(container.items.query("SELECT * FROM c").fetchAll());
    expect(refusal.code).toBe(400);
    expect(refusal.message).toContain("across-tenants");
    expect((await refusalOf(container.items.readAll().fetchAll())).code).toBe(400);
    const marked = account.client({ userAgentSuffix: "across-tenants" });
    const same = marked.database(container.database.id).container(container.id);
    expect((await same.items.query("SELECT * FROM c").fetchAll()).resources).toHaveLength(1);
    const scoped = container.items.query("SELECT * FROM c", { partitionKey: "t1" });
    expect((await scoped.fetchAll()).resources).toHaveLength(1);
  });
});
