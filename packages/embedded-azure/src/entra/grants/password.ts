import type { DirectoryUser } from "../directory.ts";
import { entraErrors } from "../entra-error.ts";
import { delegatedScope, isForApi } from "../scopes.ts";
import type { Subject } from "../tokens.ts";
import {
  anyTenant,
  type GrantContext,
  requireApp,
  required,
  requireTenant,
  type TokenAnswer,
  type TokenRequest,
  toAnswer,
} from "./grant.ts";

/** A person signs in with name and password, to call the API of the directory and nothing else. */
export async function passwordGrant(context: GrantContext, { tenant, form }: TokenRequest): Promise<TokenAnswer> {
  const { clientId, identifierUri } = context.api;
  const user = findUser(context, required(form, "username"));
  const tenantId = requireTenant(context, user && anyTenant.has(tenant) ? user.homeTenantId : tenant).id;
  const app = requireApp(context, tenantId, required(form, "client_id"));
  if (!app.public) throw entraErrors.notPublic(app.clientId);
  if (user?.homeTenantId !== tenantId || user.password !== required(form, "password"))
    throw entraErrors.wrongPassword();
  if (!isForApi(context.api, required(form, "scope"))) throw entraErrors.noConsent(app.clientId, tenantId);
  const subject = toSubject(user, app.clientId);
  const accessToken = await context.tokens.issue(subject, clientId);
  const idToken = await context.tokens.issueIdToken(subject);
  const scope = `${identifierUri}/${delegatedScope} ${identifierUri}/.default`;
  const clientInfo = JSON.stringify({ uid: user.id, utid: user.homeTenantId });
  return {
    ...toAnswer(context, accessToken),
    scope,
    id_token: idToken.token,
    client_info: Buffer.from(clientInfo).toString("base64url"),
  };
}

function findUser(context: GrantContext, username: string): DirectoryUser | undefined {
  const name = username.split("@", 1)[0]?.toLowerCase();
  return context.users.find((user) => user.name.toLowerCase() === name);
}

/** A person of the directory signed in through a client. */
export function toSubject(user: DirectoryUser, clientId: string): Subject {
  return {
    tenantId: user.homeTenantId,
    objectId: user.id,
    clientId,
    roles: user.roles ?? [],
    groups: user.groups ?? [],
    user: { name: user.name, displayName: user.displayName, scope: delegatedScope },
  };
}
