import type { Window } from "happy-dom";
import { vi } from "vitest";
import type { SignInFacts } from "../../../../web/src/session/facts.ts";

const homeTenant = "11111111-1111-1111-1111-111111111111";

export const facts: SignInFacts = {
  clientId: "portal-app",
  scope: "api://tenantpilot/access_as_user",
  issuer: `https://directory.test/${homeTenant}/v2.0`,
  authorizationEndpoint: "https://directory.test/authorize",
  tokenEndpoint: "https://directory.test/token",
  endSessionEndpoint: "https://directory.test/logout",
  portalUrl: "https://portal.test",
  version: "1.0.0",
};

export const factsOfSeveral: SignInFacts = { ...facts, issuer: "https://directory.test/{tenantid}/v2.0" };

/** Opens the page at an address, in a document that nobody has navigated. */
export function openAt(address: string): void {
  // Vitest's environment is happy-dom: its window has this handle.
  (window as unknown as Window).happyDOM.setURL(new URL(address, facts.portalUrl).href);
}

/** Where the page left to; it stays, because nobody answers in its place. */
export function watchLeaving(): { readonly left: URL[]; readonly replaced: string[] } {
  const [left, replaced]: [URL[], string[]] = [[], []];
  vi.spyOn(window.location, "assign").mockImplementation((url) => void left.push(new URL(url)));
  vi.spyOn(window.location, "replace").mockImplementation((url) => void replaced.push(String(url)));
  return { left, replaced };
}

const encoded = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/** An id token as the directory gives it; `claims` are its own or wrong ones. */
export function anIdToken(claims: object): string {
  const usual = {
    iss: facts.issuer,
    aud: facts.clientId,
    sub: "subject-1",
    oid: "object-1",
    tid: homeTenant,
    name: "Olive Owner",
    login_hint: "opaque-hint",
    iat: nowSeconds(),
    exp: nowSeconds() + 3_600,
  };
  return `${encoded({ alg: "RS256", typ: "JWT" })}.${encoded({ ...usual, ...claims })}.c2lnbmF0dXJl`;
}

export type TokenRequest = Readonly<Record<string, string>>;
export type TokenAnswer = (request: TokenRequest) => Response | Promise<Response>;

export const aGrant =
  (accessToken: string, more: object = {}): TokenAnswer =>
  () =>
    Response.json({
      token_type: "Bearer",
      access_token: accessToken,
      refresh_token: `refresh-of-${accessToken}`,
      expires_in: 3_600,
      ...more,
    });

export const aRefusal =
  (error: string, description: string, status = 400): TokenAnswer =>
  () =>
    Response.json({ error, error_description: description }, { status });

/** The directory's token endpoint: gives these answers, one a request, and remembers what it was asked. */
export function aTokenEndpoint(...answers: TokenAnswer[]): TokenRequest[] {
  const requests: TokenRequest[] = [];
  vi.stubGlobal("fetch", async (url: string | URL, init: RequestInit) => {
    if (String(url) !== facts.tokenEndpoint) throw new Error(`Nobody is at ${String(url)}`);
    const request = Object.fromEntries(new URLSearchParams(await new Response(init.body).text()));
    requests.push(request);
    const answer = answers.shift();
    if (!answer) throw new TypeError("Failed to fetch");
    return answer(request);
  });
  return requests;
}
