import type { Access, Caller } from "../../access/access.ts";
import { GraphRefusal } from "../graph-refusal.ts";

const audience = "https://graph.microsoft.com";

/** Who calls: the tenant of the token decides whose data is read. */
export type Authenticate = (authorization: string | undefined) => Promise<Pick<Caller, "tenantId" | "clientId">>;

/** Without `access` (the server runs alone, there is no directory) the bearer `tenant:<guid>` names the tenant itself. */
export function makeAuthenticate(access: Access | undefined): Authenticate {
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthenticated("Access token is empty.");
    const caller = access ? await access.callerOf(token, audience) : toPlainCaller(token);
    if (!caller) throw unauthenticated("Access token validation failure.");
    return caller;
  };
}

function toPlainCaller(token: string): Pick<Caller, "tenantId" | "clientId"> | undefined {
  const tenantId = /^tenant:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(token)?.[1];
  return tenantId === undefined ? undefined : { tenantId, clientId: "alone" };
}

function unauthenticated(message: string): GraphRefusal {
  return new GraphRefusal(401, "InvalidAuthenticationToken", message, { "WWW-Authenticate": "Bearer" });
}
