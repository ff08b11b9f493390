import type { IncomingMessage, ServerResponse } from "node:http";
import { instanceDiscovery, keySet, openIdConfiguration } from "./discovery.ts";
import { EntraError, entraErrors, toErrorBody } from "./entra-error.ts";
import { clientCredentials } from "./grants/client-credentials.ts";
import { type GrantContext, required, type TokenAnswer } from "./grants/grant.ts";
import { onBehalfOf } from "./grants/on-behalf-of.ts";
import { passwordGrant } from "./grants/password.ts";
import type { EntraOperation } from "./operations.ts";
import { readForm } from "./read-form.ts";
import type { SigningKeys } from "./signing-keys.ts";

export type AuthorityContext = GrantContext & {
  readonly keys: SigningKeys;
  /** The status with which the next token request fails, or undefined. Taking it uses it up. */
  takeFailure(): number | undefined;
  readonly count: (operation: EntraOperation) => void;
};

type Grant = { readonly operation: EntraOperation; readonly run: typeof clientCredentials };

const grants: Readonly<Record<string, Grant>> = {
  client_credentials: { operation: "token by client_credentials", run: clientCredentials },
  password: { operation: "token by password", run: passwordGrant },
  "urn:ietf:params:oauth:grant-type:jwt-bearer": { operation: "token by on_behalf_of", run: onBehalfOf },
};

/**
 * Every well-formed tenant has a discovery document, also one that does not exist: msal carries Microsoft's own documents and so
 * learns from the token endpoint alone that a tenant is unknown (AADSTS90002). Refusing here would hide that code from the product.
 */
const tenantForm = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|organizations|common)$/i;

/** Answers what comes in over TLS: discovery, the key set, and tokens. */
export async function handleAuthority(
  context: AuthorityContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    answer(response, 200, await route(context, request));
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const correlationId = request.headers["client-request-id"] ?? crypto.randomUUID();
    answer(response, error.status, toErrorBody(error, String(correlationId), context.nowMs()));
  }
}

async function route(context: AuthorityContext, request: IncomingMessage): Promise<TokenAnswer> {
  const { pathname } = new URL(request.url ?? "/", "https://localhost");
  const [, tenant = "", ...rest] = pathname.split("/");
  const endpoint = rest.join("/");
  switch (endpoint) {
    case "discovery/instance":
      context.count("instance discovery");
      return instanceDiscovery(context.authority());
    case ".well-known/openid-configuration":
    case "v2.0/.well-known/openid-configuration":
      context.count("openid configuration");
      return openIdConfiguration(context.authority(), requireForm(tenant));
    case "discovery/keys":
    case "discovery/v2.0/keys":
      context.count("key set");
      requireForm(tenant);
      return keySet(context.keys.all());
    case "oauth2/v2.0/token":
      return token(context, tenant, request);
    default:
      throw entraErrors.unknownEndpoint(pathname);
  }
}

function requireForm(tenant: string): string {
  if (!tenantForm.test(tenant)) throw entraErrors.unknownTenant(tenant);
  return tenant;
}

async function token(context: AuthorityContext, tenant: string, request: IncomingMessage): Promise<TokenAnswer> {
  if (request.method !== "POST") throw entraErrors.wrongMethod();
  const form = await readForm(request);
  if (!form) throw entraErrors.missingParameter("grant_type");
  const failure = context.takeFailure();
  if (failure) throw entraErrors.outage(failure);
  const grantType = required(form, "grant_type");
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (!grant) throw entraErrors.unsupportedGrant(grantType);
  context.count(grant.operation);
  return grant.run(context, { tenant, form });
}

function answer(response: ServerResponse, status: number, body: TokenAnswer): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
