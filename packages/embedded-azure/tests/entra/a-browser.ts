import { createHash } from "node:crypto";
import type { RunningServer } from "../../src/running-server.ts";
import type { Entra } from "./an-entra.ts";
import { api, browserApp, homeTenantId } from "./some-directory.ts";

export const portalOrigin = new URL(browserApp.redirectUri).origin;

/** The verifier of every sign-in here, and what the directory sees of it. */
const verifier = "a-verifier-of-more-than-forty-three-characters";
const challenge = createHash("sha256").update(verifier).digest("base64url");

const people = [
  { name: "owner", may: "Everything" },
  { name: "reader", may: "Looks, and starts nothing" },
];

export function openSignIn(entra: Entra): Promise<RunningServer> {
  return entra.startSignIn({ port: 0, people });
}

/** What an application asks; undefined leaves a parameter out. */
export type Asked = Readonly<Record<string, string | undefined>>;

export function toParameters(asked: Asked = {}): URLSearchParams {
  const all = {
    client_id: browserApp.clientId,
    response_type: "code",
    response_mode: "fragment",
    redirect_uri: browserApp.redirectUri,
    scope: `${api.identifierUri}/access_as_user openid profile offline_access`,
    state: "some-state",
    nonce: "some-nonce",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...asked,
  };
  return filled(all);
}

function filled(fields: Asked): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) parameters.set(name, value);
  return parameters;
}

type Sent = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

/** One browser in front of the directory: keeps its cookies and follows nothing. */
export function aBrowser(pages: RunningServer, tenant = homeTenantId) {
  let cookie = "";
  const base = `${pages.endpoint}/${tenant}/oauth2/v2.0`;
  const go = async (path: string, init: Sent = {}): Promise<Response> => {
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const answer = await fetch(`${base}/${path}`, { ...init, headers, redirect: "manual" });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.includes("Max-Age=0") ? "" : (set.split(";")[0] ?? "");
    return answer;
  };
  const authorize = (asked?: Asked) => go(`authorize?${toParameters(asked).toString()}`);
  const pick = (user: string, asked?: Asked, origin = pages.endpoint) =>
    go("authorize", { method: "POST", headers: { origin }, body: toParameters({ ...asked, user }) });
  return {
    authorize,
    pick,
    signOut: (address: string) => go(`logout?post_logout_redirect_uri=${encodeURIComponent(address)}`),
    codeOf: async (user: string, asked?: Asked): Promise<string> =>
      fragmentOf(await pick(user, asked)).get("code") ?? "",
  };
}

/** What the directory tells the application by the address. */
export function fragmentOf(answer: Response): URLSearchParams {
  const { origin, pathname, search, hash } = new URL(answer.headers.get("location") ?? "http://nowhere");
  if (origin + pathname + search !== browserApp.redirectUri) throw new Error(`Not sent back: ${answer.status}`);
  return new URLSearchParams(hash.slice(1));
}

/** A token request as a page of an origin sends it; a program has none, which is the empty text. */
export function askToken(pages: RunningServer, form: Asked, origin = portalOrigin) {
  const body = filled({ client_id: browserApp.clientId, ...form });
  const headers = origin === "" ? {} : { origin };
  return fetch(`${pages.endpoint}/${homeTenantId}/oauth2/v2.0/token`, { method: "POST", headers, body });
}

export function redeem(pages: RunningServer, code: string, form: Asked = {}, origin?: string) {
  const all = { grant_type: "authorization_code", code, redirect_uri: browserApp.redirectUri, code_verifier: verifier };
  return askToken(pages, { ...all, ...form }, origin);
}

export function renew(pages: RunningServer, refreshToken: string, form: Asked = {}) {
  return askToken(pages, { grant_type: "refresh_token", refresh_token: refreshToken, ...form });
}

/** What a token endpoint answered; every field that is a text. */
export async function tokensOf(answer: Response): Promise<Readonly<Record<string, string>>> {
  return Object(await answer.json());
}
