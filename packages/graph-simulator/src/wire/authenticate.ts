import type { Access, Caller } from "@tenantpilot/embedded-azure/access";
import { graphAudiences } from "@tenantpilot/embedded-azure/entra/resources";
import { GraphError } from "../graph-error.ts";

/** Who calls: the tenant of the token decides whose data is read. */
export type GraphCaller = Pick<Caller, "tenantId" | "clientId"> & {
  /** Some role of the token ends with ReadWrite.All; which resource it names is not looked at. */
  readonly mayWrite: boolean;
  /** Of a person's token: what the client may do in the name of the person. */
  readonly scopes?: readonly string[] | undefined;
};

export type Authenticate = (authorization: string | undefined) => Promise<GraphCaller>;

/** Without `access` (the server runs alone, there is no directory) the bearer `tenant:<guid>` names the tenant itself. */
export function makeAuthenticate(access: Access | undefined): Authenticate {
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthenticated("Access token is empty.");
    const caller = access ? toGraphCaller(await access.callerOf(token, graphAudiences)) : toPlainCaller(token);
    if (!caller) throw unauthenticated("Access token validation failure.");
    return caller;
  };
}

function toGraphCaller(caller: Caller | undefined): GraphCaller | undefined {
  if (!caller) return undefined;
  const { tenantId, clientId, roles, scopes } = caller;
  return { tenantId, clientId, mayWrite: roles.some((role) => role.endsWith(".ReadWrite.All")), scopes };
}

function toPlainCaller(token: string): GraphCaller | undefined {
  const tenantId = /^tenant:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(token)?.[1];
  return tenantId === undefined ? undefined : { tenantId, clientId: "alone", mayWrite: true };
}

function unauthenticated(message: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message, { "WWW-Authenticate": "Bearer" });
}
