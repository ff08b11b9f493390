import { decodeJwt } from "jose";
import type { DirectoryApp } from "../directory.ts";
import { entraErrors } from "../entra-error.ts";
import { federationAudience, federationAudiences, toAudience } from "../resources.ts";
import { issuerOf } from "../tokens.ts";
import {
  type GrantContext,
  requireApp,
  required,
  requireTenant,
  servicePrincipalId,
  type TokenAnswer,
  type TokenRequest,
  toAnswer,
} from "./grant.ts";

const defaultSuffix = "/.default";
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** An application asks for itself, in the tenant of the path: by its secret, or by a managed identity's token in place of one. */
export async function clientCredentials(context: GrantContext, { tenant, form }: TokenRequest): Promise<TokenAnswer> {
  const { id: tenantId } = requireTenant(context, tenant);
  const app = requireApp(context, tenantId, required(form, "client_id"));
  await requireProof(context, app, form);
  const audience = audienceOf(context, required(form, "scope"), tenantId);
  if (!context.state.hasConsent(tenantId, app.clientId)) throw entraErrors.noConsent(app.clientId, tenantId);
  const issued = await context.tokens.issue(
    {
      tenantId,
      objectId: servicePrincipalId(tenantId, app.clientId),
      clientId: app.clientId,
      roles: context.state.grantedIn(tenantId, app.clientId) ?? app.permissions?.[audience] ?? [],
    },
    audience,
  );
  return toAnswer(context, issued);
}

/** Its secret, or a managed identity's token in place of one. */
export async function requireProof(context: GrantContext, app: DirectoryApp, form: URLSearchParams): Promise<void> {
  if (context.state.isExpired(app.clientId)) throw entraErrors.expired();
  const assertion = form.get("client_assertion");
  if (assertion) {
    if (form.get("client_assertion_type") !== assertionType) throw entraErrors.badAssertion();
    return requireFederation(context, app, assertion);
  }
  const secret = form.get("client_secret");
  if (!secret) throw entraErrors.noCredential();
  if (!app.secret || app.secret !== secret) throw entraErrors.wrongSecret(app.clientId);
}

/** A federated credential names the identity, both share a home tenant (Entra's rules), and the role table must let this identity federate. */
async function requireFederation(context: GrantContext, app: DirectoryApp, assertion: string): Promise<void> {
  const caller = await context.access.callerOf(assertion, federationAudiences);
  if (!caller) throw entraErrors.badAssertion();
  const isTrusted = app
    .trusts?.(context.authority())
    .some(
      ({ issuer, subject, audiences }) =>
        issuer === issuerOf(context.authority(), caller.tenantId) &&
        subject === caller.principalId &&
        audiences.some((audience) => audience === decodeJwt(assertion).aud),
    );
  const isAllowed =
    isTrusted === true &&
    caller.tenantId === app.homeTenantId &&
    context.access.may(caller, "entra/federate", `entra/${federationAudience}`);
  if (!isAllowed) throw entraErrors.notFederated(caller.principalId);
}

function audienceOf({ api }: GrantContext, scope: string, tenantId: string): string {
  if (!scope.endsWith(defaultSuffix) || scope.includes(" ")) throw entraErrors.badScope(scope);
  const resource = scope.slice(0, -defaultSuffix.length);
  const audience = toAudience(resource, api);
  if (!audience) throw entraErrors.unknownResource(resource, tenantId);
  return audience;
}
