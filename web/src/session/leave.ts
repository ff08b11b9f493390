import * as oauth from "oauth4webapi";
import type { SignInFacts } from "./facts.ts";
import { hintOf, keepPending } from "./storage.ts";

export const signedInPath = "/signed-in";
export const signedOutPath = "/signed-out";
/** Where an administrator of a customer ends who was asked for consent, and who is no user of the portal. */
export const consentedPath = "/consented";

/** The page goes elsewhere: nothing behind it runs any more. */
export function forever(): Promise<never> {
  return new Promise<never>(() => undefined);
}

/** Where a person is to be again after the sign-in: the address of this page. */
export function thisAddress(): string {
  return `${location.pathname}${location.search}${location.hash}`;
}

/**
 * Leaves for the sign-in: authorization code with PKCE (RFC 7636, S256) and state and nonce of this one attempt. The answer
 * comes as fragment, which no server sees.
 */
export async function leaveForSignIn(facts: SignInFacts, back: string): Promise<never> {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce, hint] = [oauth.generateRandomState(), oauth.generateRandomNonce(), hintOf()];
  keepPending({ state, nonce, verifier, back });
  const url = new URL(facts.authorizationEndpoint);
  const query = {
    client_id: facts.clientId,
    response_type: "code",
    response_mode: "fragment",
    redirect_uri: facts.portalUrl + signedInPath,
    scope: `${facts.scope} openid profile offline_access`,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(hint === undefined ? {} : { login_hint: hint }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
  return forever();
}

/** Leaves for the directory's own sign-out, which ends on a page that signs nobody in by itself. */
export function leaveForSignOut(facts: SignInFacts, hint: string | undefined): void {
  const url = new URL(facts.endSessionEndpoint);
  url.searchParams.set("post_logout_redirect_uri", facts.portalUrl + signedOutPath);
  if (hint !== undefined) url.searchParams.set("logout_hint", hint);
  location.assign(url);
}
