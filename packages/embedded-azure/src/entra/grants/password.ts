import type { DirectoryUser } from "../directory.ts";
import { entraErrors } from "../entra-error.ts";
import { toAudience } from "../resources.ts";
import type { Subject } from "../tokens.ts";
import {
  type GrantContext,
  requireApp,
  required,
  requireTenant,
  type TokenAnswer,
  type TokenRequest,
  toAnswer,
} from "./grant.ts";

/** What a person's token lets the client do in the API: everything that the person may. */
const delegatedScope = "access_as_user";

/** Scopes about the sign-in itself; all others name a resource. */
const signInScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** Authorities that mean "the home tenant of whoever signs in". */
const anyTenant = new Set(["organizations", "common"]);

/** A person signs in with name and password, to call the API of the directory and nothing else. */
export async function passwordGrant(context: GrantContext, { tenant, form }: TokenRequest): Promise<TokenAnswer> {
  const { identifierUri } = context.api;
  const user = findUser(context, required(form, "username"));
  const tenantId = requireTenant(context, user && anyTenant.has(tenant) ? user.homeTenantId : tenant).id;
  const app = requireApp(context, tenantId, required(form, "client_id"));
  if (!app.public) throw entraErrors.notPublic(app.clientId);
  if (user?.homeTenantId !== tenantId || user.password !== required(form, "password"))
    throw entraErrors.wrongPassword();
  if (!isForApi(context, required(form, "scope"))) throw entraErrors.noConsent(app.clientId, tenantId);
  const subject = toSubject(user, app.clientId);
  const accessToken = await context.tokens.issue(subject, identifierUri);
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

function isForApi({ api }: GrantContext, scope: string): boolean {
  const wanted = scope.split(" ").filter((part) => part !== "" && !signInScopes.has(part));
  const resources = wanted.map((part) => part.slice(0, part.lastIndexOf("/")));
  return wanted.length > 0 && resources.every((each) => toAudience(each, api) === api.identifierUri);
}

/** A person of the directory signed in through a client. */
export function toSubject(user: DirectoryUser, clientId: string): Subject {
  return {
    tenantId: user.homeTenantId,
    objectId: user.id,
    clientId,
    roles: user.roles ?? [],
    user: { name: user.name, displayName: user.displayName, scope: delegatedScope },
  };
}
