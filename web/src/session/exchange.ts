import * as oauth from "oauth4webapi";
import { isOnThisMachine, type SignInFacts } from "./facts.ts";
import { signedInPath } from "./leave.ts";
import type { Pending } from "./storage.ts";

/** What the directory gave for a code or for a refresh token. It stays in memory. */
export type Grant = {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
};

/** The person as the id token names them. */
export type Person = { readonly id: string; readonly name: string; readonly hint: string | undefined };

export type Exchanged = {
  readonly grant: Grant;
  readonly person: Person;
  /** Fetches another grant; throws what `refusalCode` explains. */
  readonly renew: (refreshToken: string) => Promise<Grant>;
};

/**
 * Turns the directory's answer into tokens. State, issuer, audience, nonce and times are checked; the signature of the id
 * token is not, because it comes from the directory itself over TLS (OpenID Connect Core 3.1.3.7).
 */
export async function exchange(facts: SignInFacts, pending: Pending, answer: URLSearchParams): Promise<Exchanged> {
  const client: oauth.Client = { client_id: facts.clientId };
  const options = optionsFor(facts);
  const code = oauth.validateAuthResponse(toServer(facts, facts.issuer), client, answer, pending.state);
  const redirect = facts.portalUrl + signedInPath;
  const response = await oauth.authorizationCodeGrantRequest(
    toServer(facts, facts.issuer),
    client,
    oauth.None(),
    code,
    redirect,
    pending.verifier,
    options,
  );
  const server = toServer(facts, await issuerOf(facts, response.clone()));
  const checks = { expectedNonce: pending.nonce, requireIdToken: true };
  const first = await oauth.processAuthorizationCodeResponse(server, client, response, checks);
  return {
    grant: toGrant(first),
    person: toPerson(oauth.getValidatedIdTokenClaims(first)),
    renew: async (refreshToken) => {
      const renewal = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options);
      const next = toGrant(await oauth.processRefreshTokenResponse(server, client, renewal));
      return { ...next, refreshToken: next.refreshToken ?? refreshToken };
    },
  };
}

function toServer({ authorizationEndpoint, tokenEndpoint }: SignInFacts, issuer: string): oauth.AuthorizationServer {
  return { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint };
}

/** Plain http only between two ports of this very machine. */
function optionsFor({ tokenEndpoint }: SignInFacts): oauth.TokenEndpointRequestOptions {
  const isLocal = isOnThisMachine(new URL(tokenEndpoint)) && isOnThisMachine(location);
  return isLocal ? { [oauth.allowInsecureRequests]: true } : {};
}

const placeholder = "{tenantid}";

/** With several home tenants the issuer must be that of the directory which the token itself names. */
async function issuerOf({ issuer }: SignInFacts, response: Response): Promise<string> {
  if (!issuer.includes(placeholder)) return issuer;
  const body: unknown = await response.json().catch(() => undefined);
  const tenantId = textOf(claimsOf(textOf(body, "id_token") ?? ""), "tid") ?? "";
  // A token that names no directory is of no issuer, so none is equal to it.
  return issuer.replace(placeholder, /^[0-9a-f-]{36}$/i.test(tenantId) ? tenantId : "no-directory");
}

/** What a token says, before anything of it was checked. */
function claimsOf(token: string): unknown {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    return JSON.parse(atob(payload));
  } catch {
    return undefined;
  }
}

function toGrant({ access_token, refresh_token, expires_in = 0 }: oauth.TokenEndpointResponse): Grant {
  return { accessToken: access_token, refreshToken: refresh_token, endsAt: Date.now() + expires_in * 1_000 };
}

function toPerson(claims: oauth.IDToken | undefined): Person {
  const tenantId = textOf(claims, "tid") ?? "";
  return {
    id: `${tenantId}/${textOf(claims, "oid") ?? textOf(claims, "sub") ?? ""}`,
    name: textOf(claims, "name") ?? textOf(claims, "preferred_username") ?? "",
    hint: textOf(claims, "login_hint"),
  };
}

function textOf(object: unknown, name: string): string | undefined {
  const value = new Map<string, unknown>(Object.entries(object ?? {})).get(name);
  return typeof value === "string" ? value : undefined;
}

/** Entra's code of a refusal (AADSTS and a number), else the protocol's; undefined where nobody refused anything. */
export function refusalCode(error: unknown): string | undefined {
  const isRefusal = error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError;
  if (!isRefusal)
    return error instanceof oauth.OperationProcessingError ? error.code?.slice(0, longestCode) : undefined;
  const entra = /AADSTS\d{1,9}/.exec(error.error_description ?? "")?.[0];
  return entra ?? error.error.replace(/[^\w.-]/g, "").slice(0, longestCode);
}

const longestCode = 60;

/** Whether the directory said no, so that only a person can help. What it could not do now is not that. */
export function isRefused(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError && error.status < 500 && error.status !== 429;
}
