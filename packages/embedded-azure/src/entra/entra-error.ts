/** A request that Entra answers with an error. `code` is the number behind `AADSTS`, which clients and people search for. */
export class EntraError extends Error {
  readonly code: number;
  /** The OAuth error word (RFC 6749 section 5.2). */
  readonly error: string;
  readonly status: number;
  /** A word beside `error` that says what would help. */
  readonly suberror: string | undefined;

  constructor(code: number, error: string, description: string, status = 400, suberror?: string) {
    super(`AADSTS${code}: ${description}`);
    this.code = code;
    this.error = error;
    this.status = status;
    this.suberror = suberror;
  }
}

/** Entra's JSON error body. The description carries the ids again, because that is the text people paste into a ticket. */
export function toErrorBody(refusal: EntraError, correlationId: string, nowMs: number): Record<string, unknown> {
  const traceId = crypto.randomUUID();
  const timestamp = `${new Date(nowMs).toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    error: refusal.error,
    error_description: `${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  };
}

export const entraErrors = {
  unknownTenant: (tenant: string) =>
    new EntraError(90002, "invalid_request", `Tenant '${tenant}' not found. Check the tenant id, and the cloud.`),
  unknownApp: (appId: string, tenant: string) =>
    new EntraError(
      700016,
      "unauthorized_client",
      `Application with identifier '${appId}' was not found in the directory '${tenant}'.`,
    ),
  disabledApp: (appId: string) => new EntraError(7000112, "unauthorized_client", `Application '${appId}' is disabled.`),
  noConsent: (appId: string, tenant: string) =>
    new EntraError(
      65001,
      "invalid_grant",
      `No administrator of '${tenant}' has consented to use the application with ID '${appId}'.`,
    ),
  unknownResource: (resource: string, tenant: string) =>
    new EntraError(
      500011,
      "invalid_resource",
      `The resource principal named ${resource} was not found in the tenant named ${tenant}.`,
    ),
  badScope: (scope: string) =>
    new EntraError(
      1002012,
      "invalid_scope",
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default.`,
    ),
  missingParameter: (name: string) =>
    new EntraError(900144, "invalid_request", `The request body must contain the following parameter: '${name}'.`),
  unsupportedGrant: (grant: string) =>
    new EntraError(70003, "unsupported_grant_type", `The app requested an unsupported grant type '${grant}'.`),
  noCredential: () =>
    new EntraError(
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      401,
    ),
  wrongSecret: (appId: string) =>
    new EntraError(7000215, "invalid_client", `Invalid client secret provided for app '${appId}'.`, 401),
  expired: () => new EntraError(700024, "invalid_client", "Client assertion is not within its valid time range.", 401),
  badAssertion: () =>
    new EntraError(
      700027,
      "invalid_client",
      "The client assertion is not valid: signature, issuer, audience or time.",
      401,
    ),
  notFederated: (subject: string) =>
    new EntraError(
      700213,
      "invalid_client",
      `No matching federated identity record found for presented assertion subject '${subject}'.`,
      401,
    ),
  notPublic: (appId: string) =>
    new EntraError(7000218, "invalid_client", `Application '${appId}' is not a public client.`, 401),
  wrongPassword: () =>
    new EntraError(50126, "invalid_grant", "Error validating credentials due to invalid username or password."),
  noDelegatedConsent: (appId: string, name: string) =>
    new EntraError(
      65001,
      "invalid_grant",
      `The user or administrator has not consented to use the application with ID '${appId}' named '${name}'. Send an interactive authorization request for this user and resource.`,
      400,
      "consent_required",
    ),
  badUserAssertion: () => new EntraError(50013, "invalid_grant", "Assertion failed signature validation."),
  foreignUserAssertion: (audience: string, expected: string) =>
    new EntraError(
      500131,
      "invalid_grant",
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${expected}'.`,
    ),
  onBehalfOfApplication: (appId: string) =>
    new EntraError(
      7000114,
      "unauthorized_client",
      `Application '${appId}' is not allowed to make application on-behalf-of calls.`,
    ),
  wrongMethod: () => new EntraError(900561, "invalid_request", "The endpoint only accepts POST requests.", 405),
  unknownEndpoint: (path: string) =>
    new EntraError(90023, "invalid_request", `The local directory does not serve '${path}'.`, 404),
  outage: (status: number) =>
    new EntraError(90033, "temporarily_unavailable", "A transient error has occurred. Please try again.", status),
};
