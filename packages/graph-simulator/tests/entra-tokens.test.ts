import { ClientAssertionCredential } from "@azure/identity";
import { customerTenantId, federatedApp } from "@tenantpilot/embedded-azure/testing/directory";
import { anEntra, type Entra } from "@tenantpilot/embedded-azure/testing/entra";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aGraph, authorization, paths, type TestGraph } from "./a-graph.ts";

let entra: Entra;
let graph: TestGraph;
beforeAll(async () => {
  entra = await anEntra();
  graph = await aGraph({ access: entra.access, tls: entra.tls });
  graph.control.putTenant({ id: customerTenantId, name: "Customer" });
  graph.control.putObjects(customerTenantId, paths.groups, [{ id: "theirs" }]);
});
afterAll(async () => {
  await graph.close();
  await entra.close();
});

async function readerToken(): Promise<string> {
  const assertion = async () => (await entra.identityToken("worker", "api://AzureADTokenExchange")).token;
  const options = { authorityHost: entra.authority, disableInstanceDiscovery: true };
  const credential = new ClientAssertionCredential(customerTenantId, federatedApp.clientId, assertion, options);
  return (await credential.getToken("https://graph.microsoft.com/.default")).token;
}

describe("with the directory, over TLS", () => {
  it("a customer's token reads that customer", async () => {
    const { status, body } = await graph.get(paths.groups, { authorization: `Bearer ${await readerToken()}` });
    expect([status, body.value]).toEqual([200, [{ id: "theirs" }]]);
    expect(graph.endpoint).toBe(`https://localhost:${graph.port}`);
  });

  it("the reading application may not write", async () => {
    const headers = { authorization: `Bearer ${await readerToken()}` };
    expect((await graph.send("POST", paths.groups, { displayName: "x" }, headers)).status).toBe(403);
  });

  it("a token for another service is refused", async () => {
    const { token } = await entra.identityToken("worker", "https://storage.azure.com");
    expect((await graph.get(paths.groups, { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it("the bearer for running alone is refused", async () => {
    expect((await graph.get(paths.groups, { authorization })).status).toBe(401);
  });
});
