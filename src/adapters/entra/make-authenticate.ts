import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { Caller } from "../../domain/tenant/caller.ts";

export type AuthenticateSettings = {
  /** Authority without trailing slash, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  readonly audience: string;
  /** Home tenants whose people and applications may call. */
  readonly allowedTenants: readonly string[];
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
};

export type Authenticate = (authorization: string | null) => Promise<Caller>;

const claimsSchema = z.object({
  tid: z.guid().transform((id) => id.toLowerCase()),
  oid: z.string().min(1),
  iss: z.string(),
  name: z.string().optional(),
  azp: z.string().optional(),
  appid: z.string().optional(),
  /** Delegated scopes: present in a user's token only. */
  scp: z.string().optional(),
  roles: z.array(z.string()).default([]),
});

/**
 * Checks the access token of a request: signature, audience, issuer, time and home tenant. Everything that is wrong
 * with it is one Fault `unauthenticated`, which does not say what. Issuer form:
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
export function makeAuthenticate({ authority, audience, allowedTenants, nowMs }: AuthenticateSettings): Authenticate {
  const keys = createRemoteJWKSet(new URL(`${authority}/common/discovery/v2.0/keys`));
  const issuers = allowedTenants.map((tenantId) => `${authority}/${tenantId}/v2.0`);

  return async (authorization) => {
    const [scheme, token] = (authorization ?? "").split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw unauthenticated();
    try {
      const options = { audience, issuer: issuers, currentDate: new Date(nowMs()), algorithms: ["RS256"] };
      const { payload } = await jwtVerify(token, keys, options);
      return toCaller(claimsSchema.parse(payload), authority);
    } catch (error) {
      throw isUnreachable(error) ? notReady(error) : unauthenticated(error);
    }
  };
}

/** The issuer must be that of the token's own tenant; the allow list alone would let one tenant speak for another. */
function toCaller(claims: z.infer<typeof claimsSchema>, authority: string): Caller {
  if (claims.iss !== `${authority}/${claims.tid}/v2.0`) throw unauthenticated();
  const kind = claims.scp === undefined ? "application" : "user";
  const name = claims.name ?? claims.azp ?? claims.appid ?? claims.oid;
  return { kind, id: claims.oid, name, homeTenantId: claims.tid, appRoles: claims.roles };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof errors.JWKSTimeout || (error instanceof TypeError && error.message === "fetch failed");
}

function unauthenticated(cause?: unknown): Fault {
  return new Fault("unauthenticated", "The request has no valid access token for this API.", { cause });
}

function notReady(cause: unknown): Fault {
  return new Fault("not_ready", "The keys of the token issuer cannot be read at the moment.", { cause });
}
