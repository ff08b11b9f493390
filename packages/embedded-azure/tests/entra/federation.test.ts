import { ClientAssertionCredential, ClientSecretCredential } from "@azure/identity";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEntra, type Entra } from "./an-entra.ts";
import { api, customerTenantId, federatedApp, secretApp } from "./some-directory.ts";

const graphScope = "https://graph.microsoft.com/.default";
const readApp = federatedApp.clientId;

let entra: Entra;
beforeAll(async () => {
  entra = await anEntra();
});
afterAll(() => entra.close());

const noRetries = { retryOptions: { maxRetries: 0 } };

function asGraphReader(name: string, tenantId = customerTenantId, audience = "api://AzureADTokenExchange") {
  const assertion = async () => (await entra.identityToken(name, audience)).token;
  const options = { authorityHost: entra.authority, disableInstanceDiscovery: true, ...noRetries };
  return new ClientAssertionCredential(tenantId, readApp, assertion, options).getToken(graphScope);
}

function withSecret(secret: string, scope = "api://some-api/.default") {
  const options = { authorityHost: entra.authority, disableInstanceDiscovery: true, ...noRetries };
  return new ClientSecretCredential(customerTenantId, secretApp.clientId, secret, options).getToken(scope);
}

describe("the unmodified ClientAssertionCredential", () => {
  it("gets the application's token of the customer tenant for a managed identity's token", async () => {
    const { token } = await asGraphReader("worker");
    const keys = createRemoteJWKSet(new URL(`${entra.authority}/${customerTenantId}/discovery/v2.0/keys`));
    const issuer = `${entra.authority}/${customerTenantId}/v2.0`;
    const { payload } = await jwtVerify<{ roles: string[] }>(token, keys, {
      issuer,
      audience: "https://graph.microsoft.com",
    });
    expect(payload).toMatchObject({ tid: customerTenantId, appid: readApp, azp: readApp, ver: "2.0", idtyp: "app" });
    expect(payload.roles).toContain("DeviceManagementConfiguration.Read.All");
  });

  it("is refused for an identity that the application does not trust", async () => {
    await expect(asGraphReader("http")).rejects.toThrow(/AADSTS700213/);
  });

  it("is refused with a token for another audience", async () => {
    await expect(asGraphReader("worker", customerTenantId, "https://storage.azure.com")).rejects.toThrow(
      /AADSTS700027/,
    );
  });

  it("is refused in a tenant that does not exist", async () => {
    await expect(asGraphReader("worker", "00000000-0000-4000-8000-000000000000")).rejects.toThrow(/AADSTS90002/);
  });

  it("is refused while the tenant's consent is missing, and works again when it is given", async () => {
    await entra.control.setConsent(customerTenantId, readApp, false);
    await expect(asGraphReader("worker")).rejects.toThrow(/AADSTS65001/);
    await entra.control.setConsent(customerTenantId, readApp, true);
    expect((await asGraphReader("worker")).token).toBeTruthy();
  });

  it("carries what the tenant granted, which may be less or more than the application asks for", async () => {
    const rolesOf = async () => decodeJwt((await asGraphReader("worker")).token)["roles"];
    const all = await rolesOf();
    await entra.control.setGranted(customerTenantId, readApp, ["Group.Read.All", "Group.ReadWrite.All"]);
    expect(await rolesOf()).toEqual(["Group.Read.All", "Group.ReadWrite.All"]);
    await entra.control.setGranted(customerTenantId, readApp, []);
    expect(await rolesOf()).toBeUndefined();
    await entra.control.setGranted(customerTenantId, readApp, null);
    expect(await rolesOf()).toEqual(all);
  });

  it("is refused while the application is disabled", async () => {
    await entra.control.setDisabled(readApp, true);
    await expect(asGraphReader("worker")).rejects.toThrow(/AADSTS7000112/);
    await entra.control.setDisabled(readApp, false);
  });

  it("sees an outage of the directory as an error of its own", async () => {
    // The client repeats a failed request by itself, so one failure would go unseen.
    entra.control.failTokens(10);
    await expect(asGraphReader("worker")).rejects.toThrow(/AADSTS90033/);
    entra.control.failTokens(0);
    expect((await asGraphReader("worker")).token).toBeTruthy();
  });
});

describe("a client secret", () => {
  it("gets the application's roles in the resource", async () => {
    const { token } = await withSecret(secretApp.secret);
    const [, payload = ""] = token.split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      aud: api.clientId,
      roles: ["Operations.Start"],
    });
  });

  it("is refused when it is wrong", async () => {
    await expect(withSecret("guessed")).rejects.toThrow(/AADSTS7000215/);
  });

  it("is refused for a resource that nobody answers to", async () => {
    await expect(withSecret(secretApp.secret, "https://nobody.example/.default")).rejects.toThrow(/AADSTS500011/);
  });

  it("is refused for single permissions, which client credentials cannot ask for", async () => {
    await expect(withSecret(secretApp.secret, "https://graph.microsoft.com/User.Read")).rejects.toThrow(
      /AADSTS1002012/,
    );
  });
});
