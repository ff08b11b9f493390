import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/running-server.ts";
import { aBrowser, askToken, openSignIn, portalOrigin, redeem, renew, tokensOf } from "./a-browser.ts";
import { anEntra, type Entra } from "./an-entra.ts";
import { api, browserApp, federatedApp, homeTenantId, owner, publicApp, reader } from "./some-directory.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let nowMs = Date.now();
let entra: Entra;
let pages: RunningServer;
beforeAll(async () => {
  entra = await anEntra({ nowMs: () => nowMs });
  pages = await openSignIn(entra);
});
afterAll(async () => {
  await pages.close();
  await entra.close();
});

const aCode = (user = "owner") => aBrowser(pages).codeOf(user);
const signIn = async (user = "owner") => tokensOf(await redeem(pages, await aCode(user)));

async function expectRefusal(answer: Response, code: number, error = "invalid_grant"): Promise<void> {
  expect(await answer.json()).toMatchObject({ error, error_codes: [code] });
  expect(answer.status).toBe(400);
}

describe("the tokens for a code", () => {
  it("tokens for a code are the authority's: same issuer, same key, for the API and with the person's rights", async () => {
    const { access_token: token = "" } = await signIn();
    const keys = createRemoteJWKSet(new URL(`${entra.authority}/${homeTenantId}/discovery/v2.0/keys`));
    const issuer = `${entra.authority}/${homeTenantId}/v2.0`;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: api.clientId,
      currentDate: new Date(nowMs),
    });
    expect(payload).toMatchObject({
      ver: "2.0",
      scp: "access_as_user",
      oid: owner.id,
      tid: homeTenantId,
      name: "Olivia Owner",
      preferred_username: "owner",
      roles: ["Platform.Admin"],
      azp: browserApp.clientId,
    });
  });

  it("tokens for a code come with an ID token for the client, with its nonce and a hint for the next sign-in", async () => {
    const claims = decodeJwt((await signIn("reader"))["id_token"] ?? "");
    expect(claims).toMatchObject({
      aud: browserApp.clientId,
      nonce: "some-nonce",
      oid: reader.id,
      name: "Rita Reader",
    });
    const browser = aBrowser(pages);
    await browser.pick("reader");
    expect((await browser.authorize({ login_hint: String(claims["login_hint"]) })).status).toBe(302);
  });

  it("tokens for a code come without ID token and refresh token when the scopes ask for neither", async () => {
    const code = await aBrowser(pages).codeOf("owner", { scope: "api://some-api/access_as_user" });
    const answer = await tokensOf(await redeem(pages, code));
    expect(Object.keys(answer)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(id|refresh)_token/)]));
  });

  it("tokens for a code are kept by nothing between", async () => {
    expect((await redeem(pages, await aCode())).headers.get("cache-control")).toBe("no-store");
  });
});

describe("a code", () => {
  it("a code lives once; the second time everything that was given for it ends (AADSTS54005)", async () => {
    const code = await aCode();
    const { refresh_token: refreshToken = "" } = await tokensOf(await redeem(pages, code));
    await expectRefusal(await redeem(pages, code), 54005);
    await expectRefusal(await renew(pages, refreshToken), 50173);
  });

  it("a code lives ten minutes (AADSTS70008)", async () => {
    const [inTime, late] = [await aCode(), await aCode()];
    nowMs += 10 * minuteMs - 1;
    expect((await redeem(pages, inTime)).status).toBe(200);
    nowMs += 1;
    await expectRefusal(await redeem(pages, late), 70008);
  });

  it("a code is worth nothing without the verifier, and one guess uses it up (AADSTS501481)", async () => {
    const code = await aCode();
    await expectRefusal(
      await redeem(pages, code, { code_verifier: "a-guess-of-more-than-forty-three-characters-" }),
      501481,
    );
    await expectRefusal(await redeem(pages, code), 54005);
    await expectRefusal(await redeem(pages, await aCode(), { code_verifier: undefined }), 501481);
  });

  it("a code is for the redirect address that asked for it (AADSTS500112)", async () => {
    await expectRefusal(await redeem(pages, await aCode(), { redirect_uri: `${portalOrigin}/other` }), 500112);
  });

  it("a code cannot be guessed (AADSTS9002313)", async () => {
    await expectRefusal(await redeem(pages, "guessed"), 9002313);
  });
});

describe("a page that asks for tokens", () => {
  it("a page that asks for tokens must say where it comes from: a program that took a code gets nothing (AADSTS9002327)", async () => {
    const answer = await redeem(pages, await aCode(), {}, "");
    await expectRefusal(answer, 9002327, "invalid_request");
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
  });

  it.each(["http://evil.example", "http://127.0.0.1:4001", "http://localhost:4000", "null"])(
    "a page gets and reads nothing from another origin: %s (AADSTS9002326)",
    async (origin) => {
      const code = await aCode();
      const answer = await redeem(pages, code, {}, origin);
      await expectRefusal(answer, 9002326, "invalid_request");
      expect(answer.headers.has("access-control-allow-origin")).toBe(false);
      expect((await redeem(pages, code)).status, "the code is not used up").toBe(200);
    },
  );

  it("a page reads the answer, a refusal too, when it is the application's", async () => {
    for (const code of [await aCode(), "guessed"]) {
      const { headers } = await redeem(pages, code);
      expect(headers.get("access-control-allow-origin")).toBe(portalOrigin);
      expect(headers.get("vary")).toBe("origin");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
    }
  });

  it("a page is told by a preflight whether it may ask", async () => {
    const preflight = (origin: string) =>
      fetch(`${pages.endpoint}/${homeTenantId}/oauth2/v2.0/token`, { method: "OPTIONS", headers: { origin } });
    const own = await preflight(portalOrigin);
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([204, portalOrigin]);
    expect((await preflight("http://evil.example")).headers.has("access-control-allow-origin")).toBe(false);
  });

  it.each<[string, Record<string, string | undefined>, number]>([
    ["another grant", { grant_type: "password" }, 70003],
    ["no grant", {}, 900144],
    ["no client", { grant_type: "refresh_token", client_id: undefined }, 900144],
    ["no refresh token", { grant_type: "refresh_token" }, 900144],
    ["a client that is nobody", { grant_type: "refresh_token", client_id: homeTenantId }, 700016],
    ["a client that runs in no browser", { grant_type: "refresh_token", client_id: federatedApp.clientId }, 9002326],
  ])("a token request is refused in Entra's error shape: %s", async (_, form, code) => {
    expect(await (await askToken(pages, form)).json()).toMatchObject({ error_codes: [code] });
  });

  it("a token request is a POST", async () => {
    const { status } = await fetch(`${pages.endpoint}/${homeTenantId}/oauth2/v2.0/token`, {
      headers: { origin: portalOrigin },
    });
    expect(status).toBe(405);
  });

  it("a page sees an outage of the directory, and keeps its code", async () => {
    const code = await aCode();
    entra.control.failTokens(1);
    expect((await redeem(pages, code)).status).toBe(503);
    expect((await redeem(pages, code)).status).toBe(200);
  });

  it("nobody can sign people in by their passwords through the application of a browser", async () => {
    const body = new URLSearchParams({
      grant_type: "password",
      client_id: browserApp.clientId,
      username: "owner",
      password: owner.password,
      scope: "api://some-api/.default",
    });
    const answer = await fetch(`${entra.authority}/${homeTenantId}/oauth2/v2.0/token`, { method: "POST", body });
    expect(await answer.json()).toMatchObject({ error_codes: [7000218] });
  });
});

describe("a refresh token", () => {
  it("a refresh token gives new tokens of the same person and a new refresh token, and answers no nonce", async () => {
    const { refresh_token: refreshToken = "" } = await signIn("reader");
    const renewed = await tokensOf(await renew(pages, refreshToken));
    expect(decodeJwt(renewed["access_token"] ?? "")).toMatchObject({ oid: reader.id, azp: browserApp.clientId });
    expect(decodeJwt(renewed["id_token"] ?? "")).not.toHaveProperty("nonce");
    expect((await renew(pages, renewed["refresh_token"] ?? "")).status).toBe(200);
  });

  it("a refresh token lives once; the second time the whole sign-in ends (AADSTS50173)", async () => {
    const { refresh_token: first = "" } = await signIn();
    const { refresh_token: second = "" } = await tokensOf(await renew(pages, first));
    await expectRefusal(await renew(pages, first), 50173);
    await expectRefusal(await renew(pages, second), 50173);
  });

  it("a refresh token lives 24 hours from the sign-in on, whatever is renewed (AADSTS700084)", async () => {
    const { refresh_token: first = "", refresh_token_expires_in: firstSeconds } = await signIn();
    expect(firstSeconds).toBe(86_400);
    nowMs += dayMs / 2;
    const half = await tokensOf(await renew(pages, first));
    expect(half["refresh_token_expires_in"]).toBe(43_200);
    nowMs += dayMs / 2 - 1;
    const { refresh_token: last = "" } = await tokensOf(await renew(pages, half["refresh_token"] ?? ""));
    nowMs += 1;
    await expectRefusal(await renew(pages, last), 700084);
  });

  it("a refresh token cannot be guessed, and is for the application that got it (AADSTS9002313)", async () => {
    const { refresh_token: refreshToken = "" } = await signIn();
    await expectRefusal(await renew(pages, "guessed"), 9002313);
    await expectRefusal(
      await renew(pages, refreshToken, { client_id: publicApp.clientId }),
      9002326,
      "invalid_request",
    );
    expect((await renew(pages, refreshToken)).status).toBe(200);
  });

  it("a refresh token is not a code, nor a code a refresh token", async () => {
    const { refresh_token: refreshToken = "" } = await signIn();
    await expectRefusal(await redeem(pages, refreshToken), 9002313);
    await expectRefusal(await renew(pages, await aCode()), 9002313);
  });
});

describe("what strangers can send", () => {
  it("a form has a bound: one larger than any request is refused", async () => {
    const answer = await redeem(pages, "x".repeat(100_000));
    expect(await answer.json()).toMatchObject({ error_codes: [900144] });
  });
});
