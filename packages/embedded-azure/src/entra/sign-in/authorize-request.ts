import { anyTenant, requireApp, required, requireTenant } from "../grants/grant.ts";
import { isForApi } from "../scopes.ts";
import { type BrowserApp, isBrowserApp, type SignInContext } from "./sign-in-context.ts";
import { signInErrors } from "./sign-in-errors.ts";

/** What an application asks when it sends a browser here; `app` is known and the way back is its own. */
export type AuthorizeRequest = {
  readonly app: BrowserApp;
  /** A tenant's id, or a word such as `organizations`. */
  readonly tenant: string;
  /** As it came: the page sends all of it again. */
  readonly parameters: URLSearchParams;
};

/** Refuses what must be a page: who asks and the way back are not known yet, so nothing may be sent there. */
export function toAuthorizeRequest(
  { directory }: SignInContext,
  tenant: string,
  parameters: URLSearchParams,
): AuthorizeRequest {
  if (!anyTenant.has(tenant)) requireTenant(directory, tenant);
  const app = requireApp(directory, tenant, required(parameters, "client_id"));
  const redirectUri = parameters.get("redirect_uri") ?? "";
  if (!isBrowserApp(app) || app.redirectUri !== redirectUri) {
    throw signInErrors.unknownRedirect(redirectUri, app.clientId);
  }
  return { app, tenant, parameters };
}

// SHA-256 in base64url without padding.
const challengeForm = /^[\w-]{43}$/;

/** Refuses what the application may be told. */
export function checkAuthorizeRequest({ directory }: SignInContext, { app, parameters }: AuthorizeRequest): void {
  if (parameters.get("response_type") !== "code") throw signInErrors.unsupportedResponseType();
  if ((parameters.get("response_mode") ?? "fragment") !== "fragment") throw signInErrors.unsupportedResponseMode();
  if (parameters.get("code_challenge_method") !== "S256") throw signInErrors.noProofKey();
  const challenge = parameters.get("code_challenge");
  if (!challenge) throw signInErrors.noProofKey();
  if (!challengeForm.test(challenge)) throw signInErrors.badChallenge();
  if (!isForApi(directory.api, parameters.get("scope") ?? "")) throw signInErrors.otherResource(app.clientId);
}
