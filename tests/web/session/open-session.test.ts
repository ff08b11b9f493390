import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSession } from "../../../web/src/session/open-session.ts";
import {
  aGrant,
  anIdToken,
  aRefusal,
  aTokenEndpoint,
  facts,
  factsOfSeveral,
  openAt,
  watchLeaving,
} from "./support/a-directory.ts";
import { codeOf, leaveFrom, sessionOf, signIn } from "./support/sign-in.ts";

beforeEach(() => {
  sessionStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const s256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
};

const contentsOf = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").flatMap((key) => [
    key,
    storage.getItem(key) ?? "",
  ]);

describe("a page where nobody is signed in", () => {
  it("leaves for the directory with code, S256, state and nonce", async () => {
    const asked = Object.fromEntries(await leaveFrom("/tenants"));
    expect(asked).toMatchObject({
      client_id: "portal-app",
      response_type: "code",
      response_mode: "fragment",
      redirect_uri: "https://portal.test/signed-in",
      scope: "api://tenantpilot/access_as_user openid profile offline_access",
      code_challenge_method: "S256",
    });
    expect(asked["state"]?.length).toBeGreaterThan(20);
    expect(asked["nonce"]?.length).toBeGreaterThan(20);
    expect(asked["login_hint"]).toBeUndefined();
  });

  it("comes back signed in at the address from before, without the code in it", async () => {
    const { asked, requests, opened } = await signIn();
    expect(sessionOf(opened).name).toBe("Olive Owner");
    expect(await sessionOf(opened).accessToken()).toBe("token-1");
    expect(location.href).toBe("https://portal.test/tenants?text=a#row");
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ grant_type: "authorization_code", code: "code-1", client_id: "portal-app" });
    expect(await s256(requests[0]?.["code_verifier"] ?? "")).toBe(asked.get("code_challenge"));
  });

  it("sends what the directory calls the person, so that nobody is asked again at a reload", async () => {
    await signIn();
    expect((await leaveFrom("/tenants")).get("login_hint")).toBe("opaque-hint");
  });

  it("keeps no token and nothing of the attempt outside memory", async () => {
    await signIn();
    const kept = [...contentsOf(localStorage), ...contentsOf(sessionStorage), document.cookie].join("\n");
    expect(kept).toContain("opaque-hint");
    for (const secret of ["token-1", "refresh-of-token-1", "code-1", "verifier", "nonce"])
      expect(kept).not.toContain(secret);
  });

  it("opened under another host name it replaces itself by its own address", async () => {
    const { left, replaced } = watchLeaving();
    openAt("http://localhost:7071/tenants?text=a#row");
    void openSession({ ...facts, portalUrl: "http://127.0.0.1:7071" });
    expect([left, replaced]).toEqual([[], ["http://127.0.0.1:7071/tenants?text=a#row"]]);
  });

  it.each([
    ["?outcome=received", "received"],
    ["?outcome=refused", "refused"],
    ["?outcome=made-up", "expired"],
    ["", "expired"],
  ])("the page after a consent signs nobody in, and says of %j that it is %s", async (search, outcome) => {
    const { left } = watchLeaving();
    openAt(`/consented${search}`);
    expect([await openSession(facts), left]).toEqual([{ kind: "consented", outcome }, []]);
  });

  it("a page after a sign-out signs nobody in by itself", async () => {
    const { left } = watchLeaving();
    openAt("/signed-out");
    const opened = await openSession(facts);
    expect([opened.kind, left]).toEqual(["signed-out", []]);
    if (opened.kind === "signed-out") void opened.signIn();
    await vi.waitFor(() => expect(left).toHaveLength(1));
  });
});

describe("an answer that is not the directory's to this page is refused", () => {
  it("an answer with another state is refused", async () => {
    const { requests, opened } = await signIn({ answer: () => ({ code: "code-1", state: "another" }) });
    expect(codeOf(opened)).toBe("OAUTH_INVALID_RESPONSE");
    expect(requests).toEqual([]);
  });

  it("an answer with no state is refused", async () => {
    const { requests, opened } = await signIn({ answer: () => ({ code: "code-1" }) });
    expect(codeOf(opened)).toBe("OAUTH_INVALID_RESPONSE");
    expect(requests).toEqual([]);
  });

  it("an answer with the name of another issuer is refused", async () => {
    const answer = (asked: URLSearchParams) => ({
      code: "code-1",
      state: asked.get("state") ?? "",
      iss: "https://elsewhere.test",
    });
    expect(codeOf((await signIn({ answer })).opened)).toBe("OAUTH_INVALID_RESPONSE");
  });

  it.each([
    ["of another nonce", { nonce: "another" }],
    ["without a nonce", { nonce: undefined }],
    ["of another issuer", { iss: "https://elsewhere.test/v2.0" }],
    ["for another application", { aud: "another-app" }],
    ["that has ended", { exp: 1_000 }],
  ])("an answer with an id token %s is refused", async (_title, claims) => {
    expect(codeOf((await signIn({ claims })).opened)).toMatch(/^OAUTH_/);
  });

  it("an answer with no id token at all is refused", async () => {
    expect(codeOf((await signIn({ first: aGrant("token-1") })).opened)).toBe("OAUTH_INVALID_RESPONSE");
  });

  it("an answer with tokens in the address instead of a code is refused", async () => {
    const answer = (asked: URLSearchParams) => ({
      access_token: "token-x",
      id_token: anIdToken({}),
      state: asked.get("state") ?? "",
    });
    const { requests, opened } = await signIn({ answer });
    expect([opened.kind, requests]).toEqual(["refused", []]);
  });

  it("an answer that nobody here asked for is refused: its code is not used, and the person signs in anew", async () => {
    const { left } = watchLeaving();
    const requests = aTokenEndpoint();
    openAt("/signed-in#code=code-of-another&state=s");
    void openSession(facts);
    await vi.waitFor(() => expect(left).toHaveLength(1));
    expect([requests, location.href]).toEqual([[], "https://portal.test/"]);
  });

  it("an answer that comes a second time is refused: what was kept for it is gone", async () => {
    const { asked, opened } = await signIn();
    sessionOf(opened);
    const { left } = watchLeaving();
    const requests = aTokenEndpoint();
    openAt(`/signed-in#code=code-1&state=${asked.get("state")}`);
    void openSession(facts);
    await vi.waitFor(() => expect(left).toHaveLength(1));
    expect(requests).toEqual([]);
  });

  it("an answer leads to no other site", async () => {
    const asked = await leaveFrom("/tenants");
    const pending = JSON.parse(sessionStorage.getItem("sign-in.pending") ?? "{}");
    sessionStorage.setItem("sign-in.pending", JSON.stringify({ ...pending, back: "//elsewhere.test/x" }));
    aTokenEndpoint(aGrant("token-1", { id_token: anIdToken({ nonce: asked.get("nonce") }) }));
    openAt(`/signed-in#code=code-1&state=${asked.get("state")}`);
    sessionOf(await openSession(facts));
    expect(location.href).toBe("https://portal.test/");
  });
});

describe("a refusal of the directory", () => {
  it("is shown with Entra's code, and a button leads to the sign-in again", async () => {
    const answer = (asked: URLSearchParams) => ({
      error: "access_denied",
      error_description: "AADSTS50105: The signed in user is not assigned to a role. Trace ID: 1",
      state: asked.get("state") ?? "",
    });
    const { opened } = await signIn({ answer });
    expect(codeOf(opened)).toBe("AADSTS50105");
    const { left } = watchLeaving();
    if (opened.kind === "refused") void opened.signIn();
    await vi.waitFor(() => expect(left).toHaveLength(1));
    expect(location.href).toBe("https://portal.test/tenants?text=a#row");
  });

  it("a refusal of the code is one too", async () => {
    const first = aRefusal("invalid_grant", "AADSTS54005: OAuth2 Authorization code was already redeemed.");
    expect(codeOf((await signIn({ first })).opened)).toBe("AADSTS54005");
  });

  it("a refusal without a number of Entra's has the protocol's code, bounded and without marks", async () => {
    const answer = (asked: URLSearchParams) => ({
      error: `<b>${"x".repeat(200)}`,
      state: asked.get("state") ?? "",
    });
    expect(codeOf((await signIn({ answer })).opened)).toMatch(/^b?x{50,60}$/);
  });

  it("an answer that never came is said to be that", async () => {
    const first = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(codeOf((await signIn({ first })).opened)).toBe("directory_not_reached");
  });
});

describe("with several home tenants", () => {
  const other = "22222222-2222-2222-2222-222222222222";

  it("the issuer is that of the directory which the token names", async () => {
    const claims = { tid: other, iss: `https://directory.test/${other}/v2.0` };
    const { opened } = await signIn({ known: factsOfSeveral, claims });
    expect(sessionOf(opened).personId).toBe(`${other}/object-1`);
  });

  it.each([
    ["of one directory that names another", { tid: other }],
    ["that names no directory", { tid: undefined }],
    ["whose directory is no id", { tid: "x/../y", iss: "https://directory.test/x/../y/v2.0" }],
    ["of the placeholder itself", { tid: undefined, iss: factsOfSeveral.issuer }],
  ])("a token %s is refused", async (_title, claims) => {
    expect((await signIn({ known: factsOfSeveral, claims })).opened.kind).toBe("refused");
  });
});
