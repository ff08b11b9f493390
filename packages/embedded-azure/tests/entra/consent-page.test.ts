import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/running-server.ts";
import { openSignIn } from "./a-browser.ts";
import { anEntra, type Entra } from "./an-entra.ts";
import {
  api,
  browserApp,
  consentRedirect,
  customerTenantId,
  federatedApp,
  homeTenantId,
  secretApp,
} from "./some-directory.ts";

let entra: Entra;
let pages: RunningServer;
beforeAll(async () => {
  entra = await anEntra();
  pages = await openSignIn(entra);
});
afterAll(async () => {
  await pages.close();
  await entra.close();
});

const scope = `${api.identifierUri}/.default`;

type Asked = Readonly<Record<string, string>>;

function toParameters(asked: Asked): URLSearchParams {
  return new URLSearchParams({
    client_id: federatedApp.clientId,
    redirect_uri: consentRedirect,
    scope: "https://graph.microsoft.com/.default",
    state: "some-state",
    ...asked,
  });
}

const addressOf = (tenant: string) => `${pages.endpoint}/${tenant}/v2.0/adminconsent`;
const open = (asked: Asked = {}, tenant = customerTenantId) =>
  fetch(`${addressOf(tenant)}?${toParameters(asked).toString()}`, { redirect: "manual" });
const decide = (decision: string, asked: Asked = {}, origin = pages.endpoint, tenant = customerTenantId) =>
  fetch(addressOf(tenant), {
    method: "POST",
    headers: { origin },
    body: toParameters({ ...asked, decision }),
    redirect: "manual",
  });

/** What the application is told, which is nothing when it is a page. */
function toldOf(answer: Response): Readonly<Record<string, string>> | string {
  const location = answer.headers.get("location");
  if (location === null) return "a page";
  const { origin, pathname, searchParams } = new URL(location);
  return { at: origin + pathname, ...Object.fromEntries(searchParams) };
}

describe("the page of consent", () => {
  it("the page names the application, the tenant and each permission, and carries no script", async () => {
    const answer = await open({ state: `"><script>alert(1)</script>` });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("Reader of Graph asks you, an administrator of Customer");
    expect(html).toContain("<li>DeviceManagementConfiguration.Read.All (by itself)</li>");
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
  });

  it("an administrator who accepts is brought back with the tenant and the state, and the application works there", async () => {
    const token = (): Promise<Response> => {
      const { clientId, secret } = secretApp;
      const proof = { client_id: clientId, client_secret: secret, grant_type: "client_credentials" };
      const body = new URLSearchParams({ ...proof, scope });
      return fetch(`${entra.authority}/${customerTenantId}/oauth2/v2.0/token`, { method: "POST", body });
    };
    await entra.control.setConsent(customerTenantId, secretApp.clientId, false);
    expect(await (await token()).json()).toMatchObject({ error_codes: [65001] });
    const [redirectUri] = secretApp.webRedirectUris;
    const asked = { client_id: secretApp.clientId, redirect_uri: redirectUri, scope };
    const back = { admin_consent: "True", tenant: customerTenantId, state: "some-state", scope };
    expect(toldOf(await decide("accept", asked))).toEqual({ ...back, at: redirectUri });
    expect((await token()).status).toBe(200);
  });

  it("a cancel brings an error back, beside the same admin_consent", async () => {
    expect(toldOf(await decide("cancel"))).toEqual({
      at: consentRedirect,
      admin_consent: "True",
      tenant: customerTenantId,
      state: "some-state",
      error: "consent_required",
      error_description: expect.stringMatching(/^AADSTS65004: /),
    });
  });

  it("the page asks for delegated permissions too", async () => {
    const asked = { client_id: api.clientId, scope: "https://graph.microsoft.com/GroupMember.Read.All" };
    expect(await (await open(asked, homeTenantId)).text()).toContain(
      "<li>GroupMember.Read.All (in the name of who is signed in)</li>",
    );
    expect(toldOf(await decide("accept", asked, undefined, homeTenantId))).toMatchObject({ tenant: homeTenantId });
  });

  it.each<[string, number, Asked, string?]>([
    ["another way back", 50011, { redirect_uri: "http://127.0.0.1:4000/elsewhere" }],
    ["an application without a way back", 50011, { client_id: browserApp.clientId }],
    ["an unknown application", 700016, { client_id: "77777777-0000-4000-8000-000000000000" }],
    ["an unknown tenant", 90002, {}, "12121212-2222-4333-8444-555555555555"],
    ["no scope", 900144, { scope: "" }],
    ["a resource of which it asks for nothing", 70011, { scope }],
  ])("the page sends %s nowhere: AADSTS%i", async (_what, code, asked, tenant) => {
    for (const answer of [await open(asked, tenant), await decide("accept", asked, undefined, tenant)]) {
      expect(toldOf(answer)).toBe("a page");
      expect(await answer.text()).toContain(`AADSTS${code}`);
    }
  });

  it("a form of another page decides nothing", async () => {
    const answer = await decide("accept", {}, "http://evil.example");
    expect([answer.status, toldOf(answer)]).toEqual([400, "a page"]);
  });
});
