import { ConfidentialClientApplication, PublicClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEntra, type Entra } from "./an-entra.ts";
import { api, customerTenantId, homeTenantId, publicApp, reader, secretApp } from "./some-directory.ts";

const scope = "https://graph.microsoft.com/GroupMember.Read.All";

let entra: Entra;
beforeAll(async () => {
  entra = await anEntra();
});
afterAll(() => entra.close());

function authorityOf(tenantId: string) {
  return { authority: `${entra.authority}/${tenantId}`, knownAuthorities: [new URL(entra.authority).host] };
}

async function personToken(): Promise<string> {
  const client = new PublicClientApplication({ auth: { ...publicApp, ...authorityOf(homeTenantId) } });
  const { name: username, password } = reader;
  const scopes = [`${api.identifierUri}/access_as_user`];
  return (await client.acquireTokenByUsernamePassword({ scopes, username, password }))?.accessToken ?? "";
}

/** What msal-node gets for the API, with the managed identity's token as its credential. */
async function exchange(oboAssertion: string, scopes = [scope], tenantId = homeTenantId, identity = "http") {
  const clientAssertion = async () => (await entra.identityToken(identity, "api://AzureADTokenExchange")).token;
  const auth = { clientId: api.clientId, ...authorityOf(tenantId), clientAssertion };
  const client = new ConfidentialClientApplication({ auth });
  return (await client.acquireTokenOnBehalfOf({ oboAssertion, scopes, skipCache: true }))?.accessToken ?? "";
}

describe("on behalf of a person", () => {
  it("the API gets a token of Graph in the person's tenant, with the scope that was consented to", async () => {
    const claims = decodeJwt(await exchange(await personToken()));
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      tid: homeTenantId,
      oid: reader.id,
      azp: api.clientId,
      scp: "GroupMember.Read.All",
    });
    expect(claims).not.toHaveProperty("idtyp");
  });

  it("is refused while nobody has consented (AADSTS65001, consent_required), and for a scope that it does not have", async () => {
    const token = await personToken();
    await expect(exchange(token, ["https://graph.microsoft.com/User.Read.All"])).rejects.toThrow(/AADSTS65001/);
    await entra.control.setConsent(homeTenantId, api.clientId, false);
    await expect(exchange(token)).rejects.toMatchObject({ errorCode: "invalid_grant", subError: "consent_required" });
    await entra.control.setConsent(homeTenantId, api.clientId, true);
  });

  it("is refused for an application's token, a torn one, one of another API, and in a tenant that is not the person's", async () => {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: secretApp.clientId,
      client_secret: secretApp.secret,
      scope: `${api.identifierUri}/.default`,
    });
    const answer = await fetch(`${entra.authority}/${homeTenantId}/oauth2/v2.0/token`, { method: "POST", body: form });
    const { access_token: ofApplication } = (await answer.json()) as { access_token: string };
    await expect(exchange(ofApplication)).rejects.toThrow(/AADSTS7000114/);
    await expect(exchange("a.b.c")).rejects.toThrow(/AADSTS50013/);
    const { token: ofStorage } = await entra.identityToken("http", "https://storage.azure.com");
    await expect(exchange(ofStorage)).rejects.toThrow(/AADSTS500131/);
    await expect(exchange(await personToken(), [scope], customerTenantId)).rejects.toThrow(/AADSTS50013/);
  });

  it("is refused for an identity that the API does not trust", async () => {
    await expect(exchange(await personToken(), [scope], homeTenantId, "worker")).rejects.toThrow(/AADSTS700213/);
  });
});
