import { EntraError } from "../entra-error.ts";

/**
 * What Entra refuses when a browser signs somebody in. Numbers are those of
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes; 500112, 9002313 and those that begin with 90023
 * are not on that page, but in what its callers report.
 */
export const signInErrors = {
  wrongHost: (host: string) =>
    new EntraError(90023, "invalid_request", `The local directory does not answer to the name '${host}'.`, 421),
  foreignForm: () => new EntraError(90023, "invalid_request", "A person is picked on this page and nowhere else."),
  unknownRedirect: (redirectUri: string, appId: string) =>
    new EntraError(
      50011,
      "invalid_request",
      `The redirect URI '${redirectUri}' specified in the request does not match the one configured for the application '${appId}'.`,
    ),
  consentDenied: () =>
    new EntraError(65004, "consent_required", "The resource owner or authorization server denied the request."),
  consentToNothing: (scope: string) =>
    new EntraError(
      70011,
      "invalid_scope",
      `The provided value for the input parameter 'scope' is not valid. The application asks for nothing of '${scope}'.`,
    ),
  unknownPerson: (name: string) =>
    new EntraError(50034, "invalid_request", `The user account '${name}' does not exist in this directory.`),
  unsupportedResponseType: () =>
    new EntraError(70005, "unsupported_response_type", "The only response type of this directory is 'code'."),
  unsupportedResponseMode: () =>
    new EntraError(70007, "invalid_request", "The only response mode of this directory is 'fragment'."),
  noProofKey: () =>
    new EntraError(
      9002325,
      "invalid_request",
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    ),
  badChallenge: () => new EntraError(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
  otherResource: (appId: string) =>
    new EntraError(65001, "consent_required", `Nobody has consented to use the application with ID '${appId}' so.`),
  nobodySignedIn: () =>
    new EntraError(50058, "login_required", "A silent sign-in request was sent but no user is signed in."),
  noOrigin: () =>
    new EntraError(
      9002327,
      "invalid_request",
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    ),
  foreignOrigin: (origin: string) =>
    new EntraError(
      9002326,
      "invalid_request",
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    ),
  unknownGrant: () => new EntraError(9002313, "invalid_grant", "Invalid request. Request is malformed or invalid."),
  otherRedirect: () =>
    new EntraError(
      500112,
      "invalid_grant",
      "The reply address does not match the reply address provided when requesting the authorization code.",
    ),
  codeUsed: () =>
    new EntraError(
      54005,
      "invalid_grant",
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    ),
  codeExpired: () =>
    new EntraError(70008, "invalid_grant", "The provided authorization code has expired. Send a new request."),
  wrongVerifier: () =>
    new EntraError(
      501481,
      "invalid_grant",
      "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
    ),
  refreshExpired: (issuedAtMs: number) =>
    new EntraError(
      700084,
      "invalid_grant",
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. The token was issued on ${new Date(issuedAtMs).toISOString()}.`,
    ),
  revoked: () =>
    new EntraError(50173, "invalid_grant", "The provided grant has expired due to it being revoked. Sign in again."),
};
