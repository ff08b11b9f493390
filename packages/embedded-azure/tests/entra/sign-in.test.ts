import { PublicClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEntra, type Entra } from "./an-entra.ts";
import { api, customerTenantId, homeTenantId, owner, publicApp } from "./some-directory.ts";

let entra: Entra;
beforeAll(async () => {
  entra = await anEntra();
});
afterAll(() => entra.close());

type SignIn = { username?: string; password?: string; scope?: string; tenant?: string; clientId?: string };

function signIn({ username = "owner", password = owner.password, ...rest }: SignIn = {}) {
  const { scope = "api://some-api/.default", tenant = homeTenantId, clientId = publicApp.clientId } = rest;
  const authority = `${entra.authority}/${tenant}`;
  const knownAuthorities = [new URL(entra.authority).host];
  const client = new PublicClientApplication({ auth: { clientId, authority, knownAuthorities } });
  return client.acquireTokenByUsernamePassword({ scopes: [scope], username, password });
}

describe("the unmodified msal-node", () => {
  it("signs a demo user in with name and password, for the API", async () => {
    const result = await signIn();
    expect(decodeJwt(result?.accessToken ?? "")).toMatchObject({
      aud: api.clientId,
      iss: `${entra.authority}/${homeTenantId}/v2.0`,
      oid: owner.id,
      tid: homeTenantId,
      name: "Olivia Owner",
      preferred_username: "owner",
      scp: "access_as_user",
      roles: ["Platform.Admin"],
      azp: publicApp.clientId,
    });
    expect(decodeJwt(result?.accessToken ?? "")).not.toHaveProperty("idtyp");
    expect(result?.account?.username).toBe("owner");
  });

  it("gets an ID token that tells the client who signed in, and is neither a person's nor an application's access token", async () => {
    const claims = decodeJwt((await signIn())?.idToken ?? "");
    expect(claims).toMatchObject({
      aud: publicApp.clientId,
      oid: owner.id,
      tid: homeTenantId,
      name: "Olivia Owner",
    });
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(scp|idtyp|azp|appid)$/)]));
  });

  it("finds the user's home tenant by itself", async () => {
    const result = await signIn({ tenant: "organizations" });
    expect(result?.tenantId).toBe(homeTenantId);
  });

  it.each<[string, SignIn, RegExp]>([
    ["with a wrong password", { password: "guessed" }, /AADSTS50126/],
    ["as nobody", { username: "nobody" }, /AADSTS50126/],
    ["in a tenant that is not the user's home", { tenant: customerTenantId }, /AADSTS50126/],
    ["through an application that is no public client", { clientId: api.clientId }, /AADSTS7000218/],
    ["through an application that does not exist", { clientId: customerTenantId }, /AADSTS700016/],
    ["for a resource other than the API", { scope: "https://graph.microsoft.com/.default" }, /AADSTS65001/],
  ])("is refused %s", async (_, request, refusal) => {
    await expect(signIn(request)).rejects.toThrow(refusal);
  });
});

describe("everything else", () => {
  it.each<[string, string, RequestInit, number, number]>([
    ["another grant", "oauth2/v2.0/token", aForm("grant_type=refresh_token"), 400, 70003],
    ["no grant", "oauth2/v2.0/token", aForm(""), 400, 900144],
    ["a token request by GET", "oauth2/v2.0/token", {}, 405, 900561],
    ["an endpoint of version 1", "oauth2/token", aForm("grant_type=password"), 404, 90023],
  ])("is refused in Entra's error shape: %s", async (_, path, request, status, code) => {
    const answer = await fetch(`${entra.authority}/${homeTenantId}/${path}`, request);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error: expect.any(String),
      error_description: expect.stringContaining(`AADSTS${code}: `),
      error_codes: [code],
      correlation_id: expect.any(String),
      trace_id: expect.any(String),
      timestamp: expect.any(String),
    });
  });
});

function aForm(body: string): RequestInit {
  return { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } };
}
