import { decodeJwt } from "jose";
import type { DirectoryApp } from "../directory.ts";
import { EntraError, entraErrors } from "../entra-error.ts";
import { graphAudiences } from "../resources.ts";
import type { TokenClaims } from "../tokens.ts";
import { requireProof } from "./client-credentials.ts";
import {
  type GrantContext,
  requireApp,
  required,
  requireTenant,
  type TokenAnswer,
  type TokenRequest,
  toAnswer,
} from "./grant.ts";

/**
 * An API asks for a token of Microsoft Graph in the name of the person whose token it was given, in that person's tenant.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function onBehalfOf(context: GrantContext, { tenant, form }: TokenRequest): Promise<TokenAnswer> {
  const { id: tenantId } = requireTenant(context, tenant);
  const app = requireApp(context, tenantId, required(form, "client_id"));
  if (form.get("requested_token_use") !== "on_behalf_of") throw entraErrors.missingParameter("requested_token_use");
  await requireProof(context, app, form);
  const person = await personOf(context, app, tenantId, required(form, "assertion"));
  const { audience, scopes } = requestedOf(required(form, "scope"));
  const allowed = app.delegated?.[audience] ?? [];
  const isGiven = context.state.hasConsent(tenantId, app.clientId) && scopes.every((each) => allowed.includes(each));
  if (!isGiven) throw entraErrors.noDelegatedConsent(app.clientId, app.name);
  const { oid, name = oid, preferred_username: user = oid } = person;
  const issued = await context.tokens.issue(
    {
      tenantId,
      objectId: oid,
      clientId: app.clientId,
      user: { name: user, displayName: name, scope: scopes.join(" ") },
    },
    audience,
  );
  return { ...toAnswer(context, issued), scope: scopes.map((each) => `${audience}/${each}`).join(" ") };
}

/** The claims of the token that the API was called with: for this API, of a person, and of the tenant that is asked. */
async function personOf(
  { tokens }: GrantContext,
  app: DirectoryApp,
  tenantId: string,
  assertion: string,
): Promise<TokenClaims> {
  const claims = await tokens.verify(assertion, app.clientId);
  if (claims?.tid.toLowerCase() === tenantId.toLowerCase()) {
    if (claims.scp === undefined) throw entraErrors.onBehalfOfApplication(claims.azp);
    return claims;
  }
  const audience = audienceOf(assertion);
  if (claims === undefined && audience !== undefined && audience !== app.clientId) {
    throw entraErrors.foreignUserAssertion(audience, app.clientId);
  }
  throw entraErrors.badUserAssertion();
}

function audienceOf(assertion: string): string | undefined {
  try {
    return String(decodeJwt(assertion).aud);
  } catch {
    return undefined;
  }
}

const signInScopes = new Set(["openid", "profile", "offline_access", "email"]);

/** The scopes of one Graph, without its address. */
function requestedOf(scope: string): { readonly audience: string; readonly scopes: readonly string[] } {
  const requested = scope.split(" ").filter((each) => each !== "" && !signInScopes.has(each));
  const audience = graphAudiences.find((each) => requested.every((one) => one.startsWith(`${each}/`)));
  if (audience === undefined || requested.length === 0) throw new EntraError(70011, "invalid_scope", refused(scope));
  return { audience, scopes: requested.map((each) => each.slice(audience.length + 1)) };
}

function refused(scope: string): string {
  return `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`;
}
