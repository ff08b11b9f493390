import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action, Caller } from "../../src/access/access.ts";
import { anEntra, type Entra } from "./an-entra.ts";
import { customerTenantId, federatedApp, homeTenantId, identities } from "./some-directory.ts";

const storage = "https://storage.azure.com";

let nowMs = Date.now();
let entra: Entra;
beforeAll(async () => {
  entra = await anEntra({ nowMs: () => nowMs, tokenLifetimeSeconds: 60 });
});
afterAll(() => entra.close());

const workerCaller: Caller = { ...identities.worker, tenantId: homeTenantId, roles: [] };
const httpCaller: Caller = { ...identities.http, tenantId: homeTenantId, roles: [] };

describe("the caller behind a token", () => {
  it("is known by the three ids of the token", async () => {
    const { token } = await entra.identityToken("worker", storage);
    expect(await entra.access.callerOf(token, storage)).toEqual({
      principalId: identities.worker.principalId,
      clientId: identities.worker.clientId,
      tenantId: homeTenantId,
      roles: [],
    });
  });

  it("is unknown when the token is for another service", async () => {
    const { token } = await entra.identityToken("worker", "https://cosmos.azure.com");
    expect(await entra.access.callerOf(token, storage)).toBeUndefined();
  });

  it("is unknown when the token has expired, also when it was known before", async () => {
    const { token } = await entra.identityToken("worker", storage);
    expect(await entra.access.callerOf(token, storage)).toBeDefined();
    nowMs += 61_000;
    expect(await entra.access.callerOf(token, storage)).toBeUndefined();
  });

  it("is unknown when somebody else signed the token, or nobody", async () => {
    const claims = { oid: identities.worker.principalId, azp: identities.worker.clientId, tid: homeTenantId };
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer(`${entra.authority}/${homeTenantId}/v2.0`)
      .setAudience(storage)
      .setExpirationTime("1h")
      .sign(new Uint8Array(32));
    expect(await entra.access.callerOf(forged, storage)).toBeUndefined();
    expect(await entra.access.callerOf("no token", storage)).toBeUndefined();
  });

  it("stays known after the directory restarted on the same folder and port", async () => {
    const dir = await mkdtemp(join(tmpdir(), "entra-"));
    const first = await anEntra({ dir });
    const { token } = await first.identityToken("worker", storage);
    await first.close();
    await using second = await anEntra({ dir, port: first.port });
    expect(await second.access.callerOf(token, storage)).toBeDefined();
  });
});

describe("what a caller may", () => {
  it.each<[string, Caller, Action, string, boolean]>([
    ["worker writes snapshots", workerCaller, "blobs/write", "blobs/snapshots", true],
    ["http reads snapshots", httpCaller, "blobs/read", "blobs/snapshots", true],
    ["http does not write snapshots", httpCaller, "blobs/write", "blobs/snapshots", false],
    ["http does not receive messages", httpCaller, "serviceBus/receive", "serviceBus/operations", false],
    ["nobody writes another container", workerCaller, "blobs/write", "blobs/other", false],
    ["a role ends at its own name", workerCaller, "blobs/write", "blobs/snapshots-copy", false],
    [
      "an application of a customer",
      { ...workerCaller, clientId: federatedApp.clientId },
      "cosmos/read",
      "cosmos",
      false,
    ],
    ["the worker of another tenant", { ...workerCaller, tenantId: customerTenantId }, "cosmos/read", "cosmos", false],
  ])("%s", (_, caller, action, resource, expected) => {
    expect(entra.access.may(caller, action, resource)).toBe(expected);
  });
});
