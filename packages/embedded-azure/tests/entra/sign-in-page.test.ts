import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../src/running-server.ts";
import { aBrowser, fragmentOf, openSignIn, portalOrigin, toParameters } from "./a-browser.ts";
import { anEntra, type Entra } from "./an-entra.ts";
import { browserApp, customerTenantId, homeTenantId, publicApp } from "./some-directory.ts";

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

describe("the page of people", () => {
  it("the page has a button for each person, says what each may do, and carries no script", async () => {
    const answer = await aBrowser(pages).authorize();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("Demo directory: pick a person");
    expect([...html.matchAll(/<button name="user" value="(\w+)"/g)].map(([, name]) => name)).toEqual([
      "owner",
      "reader",
    ]);
    expect(html).toContain("Rita Reader");
    expect(html).toContain("Looks, and starts nothing");
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
  });

  it("the page lets nobody frame it, and its form leads to itself and to the application alone", async () => {
    const { headers } = await aBrowser(pages).authorize();
    const policy = headers.get("content-security-policy")?.split("; ") ?? [];
    expect(policy).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^style-src 'sha256-[\w+/]+='$/),
      `form-action 'self' ${portalOrigin}`,
      "img-src data:",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("the page shows what an application sends as text, never as markup", async () => {
    const answer = await aBrowser(pages).authorize({ state: `"><script>alert(1)</script>` });
    expect(await answer.text()).not.toContain("<script>");
  });

  it("the page sends the application's request again with the pick, so that the code and the state come back", async () => {
    const browser = aBrowser(pages);
    const html = await (await browser.authorize()).text();
    const hidden = [...html.matchAll(/name="([\w]+)" value="([^"]*)"/g)].filter(([, name]) => name !== "user");
    expect(hidden.map(([, name]) => name)).toEqual([...toParameters().keys()]);
    const answer = fragmentOf(await browser.pick("reader"));
    expect(answer.get("state")).toBe("some-state");
    expect(answer.get("code")).toMatch(/^[\w-]{43}$/);
  });

  it("the page takes a pick from its own form only: another page's form would choose for the person", async () => {
    const browser = aBrowser(pages);
    for (const origin of ["http://evil.example", portalOrigin, "null"]) {
      expect((await browser.pick("owner", {}, origin)).status).toBe(400);
    }
    expect((await browser.authorize()).status, "nobody is signed in").toBe(200);
  });

  it("the page knows nobody but the people it was given", async () => {
    const answer = await aBrowser(pages).pick("nobody");
    expect(fragmentOf(answer).get("error_description")).toMatch(/^AADSTS50034: /);
  });
});

describe("a browser in which somebody was picked", () => {
  it("a browser in which somebody was picked is sent back with a code at once, also from another tab", async () => {
    const browser = aBrowser(pages);
    await browser.pick("reader");
    expect(fragmentOf(await browser.authorize()).get("code")).toBeTruthy();
    expect(fragmentOf(await browser.authorize({ prompt: "none" })).get("code")).toBeTruthy();
  });

  it.each(["select_account", "login", "consent"])("a browser sees the page again with prompt=%s", async (prompt) => {
    const browser = aBrowser(pages);
    await browser.pick("reader");
    expect((await browser.authorize({ prompt })).status).toBe(200);
  });

  it("a browser is asked who it is when the hint means somebody else", async () => {
    const browser = aBrowser(pages);
    await browser.pick("reader");
    expect((await browser.authorize({ login_hint: "owner" })).status).toBe(200);
    await browser.pick("owner");
    expect(fragmentOf(await browser.authorize({ login_hint: "reader" })).get("code")).toBeTruthy();
  });

  it("a browser keeps its session in a cookie that no script reads and no other page's form sends", async () => {
    const [cookie = ""] = (await aBrowser(pages).pick("reader")).headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^sign-in-${pages.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax$`));
  });

  it("a pick is forgotten after a day", async () => {
    const browser = aBrowser(pages);
    await browser.pick("reader");
    nowMs += 24 * 60 * 60 * 1_000;
    expect((await browser.authorize()).status).toBe(200);
  });

  it("a pick is forgotten when the browser signs out, and led back to the application", async () => {
    const browser = aBrowser(pages);
    await browser.pick("reader");
    const answer = await browser.signOut(`${portalOrigin}/signed-out`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${portalOrigin}/signed-out`]);
    expect(fragmentOf(await browser.authorize({ prompt: "none" })).get("error")).toBe("login_required");
  });

  it.each(["http://evil.example/", `${portalOrigin}.evil.example/`, "javascript:alert(1)", "/signed-out", ""])(
    "a browser is led to no foreign address when it signs out: %s",
    async (address) => {
      const answer = await aBrowser(pages).signOut(address);
      expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    },
  );
});

describe("a silent sign-in", () => {
  it("a silent sign-in is refused by login_required while nobody is signed in (AADSTS50058)", async () => {
    const answer = fragmentOf(await aBrowser(pages).authorize({ prompt: "none" }));
    expect(answer.get("error")).toBe("login_required");
    expect(answer.get("error_description")).toMatch(/^AADSTS50058: /);
    expect(answer.get("state")).toBe("some-state");
  });
});

describe("what is refused by a page, because no way back is known", () => {
  const appId = browserApp.clientId;
  it.each<[string, Record<string, string | undefined>, number]>([
    ["a foreign redirect address", { redirect_uri: "http://evil.example/signed-in" }, 50011],
    ["a redirect address below the registered one", { redirect_uri: `${browserApp.redirectUri}/more` }, 50011],
    ["the registered address with a query", { redirect_uri: `${browserApp.redirectUri}?a=b` }, 50011],
    ["the registered address under another name", { redirect_uri: "http://localhost:4000/signed-in" }, 50011],
    ["no redirect address", { redirect_uri: undefined }, 50011],
    ["an application that runs in no browser", { client_id: publicApp.clientId }, 50011],
    ["an application that does not exist", { client_id: customerTenantId }, 700016],
    ["no application", { client_id: undefined }, 900144],
  ])("a page refuses %s", async (_, asked, code) => {
    const answer = await aBrowser(pages).authorize(asked);
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(answer.headers.get("content-security-policy")).toContain("form-action 'none'");
    expect(await answer.text()).toContain(`AADSTS${code}: `);
  });

  it("a page refuses a tenant that does not exist", async () => {
    const answer = await aBrowser(pages, "00000000-0000-4000-8000-000000000000").authorize();
    expect(await answer.text()).toContain("AADSTS90002: ");
  });

  it("a page refuses an application that is disabled", async () => {
    await entra.control.setDisabled(appId, true);
    const answer = await aBrowser(pages).authorize();
    await entra.control.setDisabled(appId, false);
    expect(await answer.text()).toContain("AADSTS7000112: ");
  });

  it("nothing answers at an address that is none", async () => {
    expect((await fetch(`${pages.endpoint}/${homeTenantId}/oauth2/authorize`)).status).toBe(404);
  });
});

describe("what the application is told in the fragment", () => {
  it.each<[string, Record<string, string | undefined>, string, number]>([
    ["no proof key", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request", 9002325],
    ["a proof key that is not hashed", { code_challenge_method: "plain" }, "invalid_request", 9002325],
    ["a proof key without its method", { code_challenge_method: undefined }, "invalid_request", 9002325],
    ["a proof key that no hash has", { code_challenge: "short" }, "invalid_request", 501491],
    ["a token in place of a code", { response_type: "token" }, "unsupported_response_type", 70005],
    ["the answer in the query, where logs keep it", { response_mode: "query" }, "invalid_request", 70007],
    ["another resource", { scope: "https://graph.microsoft.com/.default" }, "consent_required", 65001],
    ["no resource", { scope: "openid profile" }, "consent_required", 65001],
  ])("the application is told in the fragment of %s", async (_, asked, error, code) => {
    const answer = fragmentOf(await aBrowser(pages).authorize(asked));
    expect(answer.get("error")).toBe(error);
    expect(answer.get("error_description")).toContain(`AADSTS${code}: `);
    expect(answer.get("code")).toBeNull();
  });
});

describe("a tenant in the path", () => {
  it("the page lists everybody under organizations, and only its own people otherwise", async () => {
    expect(await (await aBrowser(pages, "organizations").authorize()).text()).toContain("Olivia Owner");
    expect(await (await aBrowser(pages, customerTenantId).authorize()).text()).not.toContain("Olivia Owner");
    const browser = aBrowser(pages, customerTenantId);
    expect(fragmentOf(await browser.pick("owner")).get("error_description")).toMatch(/^AADSTS50034: /);
  });
});

describe("a name that leads to this machine", () => {
  const path = `/${homeTenantId}/oauth2/v2.0/authorize?${toParameters().toString()}`;
  const statusFor = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { host: "127.0.0.1", port: pages.port, path, headers: { host } };
      httpRequest(options, (answer) => resolve(answer.resume().statusCode))
        .on("error", reject)
        .end();
    });

  it("a name is answered only when it is the directory's own, with its port", async () => {
    expect(await statusFor(`127.0.0.1:${pages.port}`)).toBe(200);
    expect(await statusFor(`localhost:${pages.port}`)).toBe(200);
    for (const host of ["evil.example", `evil.example:${pages.port}`, "127.0.0.1", `127.0.0.1:${pages.port}.example`]) {
      expect(await statusFor(host), host).toBe(421);
    }
  });
});
