import { Fault } from "../error/fault.ts";
import { delegatedScope } from "../tenant/caller.ts";

/** What a deployment says about how people of the portal sign in. Addresses have no slash at their end. */
export type SignInSettings = {
  /** Client id of the portal's registration; undefined: nobody has made one. */
  readonly portalAppId: string | undefined;
  readonly portalUrl: string;
  /** Who signs tokens, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  /** Where people sign in: the authority, on one machine another address. */
  readonly endpoint: string;
  readonly audience: string;
  /** Home tenants of those who may call. */
  readonly allowedTenants: readonly string[];
};

/** All that a browser needs to sign a person in with authorization code and PKCE. None of it is a secret. */
export type SignIn = {
  readonly clientId: string;
  /** Of the access token; the browser adds those of an ID token and of a refresh token. */
  readonly scope: string;
  /** Issuer of the tokens. With several home tenants it holds `{tenantid}`, which stands for the token's own `tid`. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string;
  readonly portalUrl: string;
};

/**
 * How people sign in, from the settings alone. Throws `portal_missing` without a registration. Endpoints and issuer:
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc; `organizations` takes people of any directory and
 * is the only authority for several, so that the API, not Entra, refuses those of others.
 */
export function toSignIn(settings: SignInSettings): SignIn {
  const { portalAppId, portalUrl, authority, endpoint, audience, allowedTenants } = settings;
  if (portalAppId === undefined) throw new Fault("portal_missing", "This deployment has no PORTAL_APP_ID.");
  const [home, ...others] = new Set(allowedTenants);
  const isOne = home !== undefined && others.length === 0;
  const oauth = `${endpoint}/${isOne ? home : "organizations"}/oauth2/v2.0`;
  return {
    clientId: portalAppId,
    scope: `${audience}/${delegatedScope}`,
    issuer: `${authority}/${isOne ? home : "{tenantid}"}/v2.0`,
    authorizationEndpoint: `${oauth}/authorize`,
    tokenEndpoint: `${oauth}/token`,
    endSessionEndpoint: `${oauth}/logout`,
    portalUrl,
  };
}
