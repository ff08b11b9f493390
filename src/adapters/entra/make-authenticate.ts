import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { type Caller, delegatedScope, platformRoles } from "../../domain/tenant/caller.ts";
import { makeKeySet } from "./make-key-set.ts";

export type AuthenticateSettings = {
  /** Authority without trailing slash, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  readonly audience: string;
  /** Home tenants whose people and applications may call. */
  readonly allowedTenants: readonly string[];
  /** Those of them whose tokens may carry platform roles: any tenant's administrator can assign them at home. */
  readonly platformTenants: readonly string[];
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
};

export type Authenticate = (authorization: string | null) => Promise<Caller>;

// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
const claimsSchema = z.object({
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  iss: z.string(),
  name: z.string().optional(),
  azp: z.string().optional(),
  appid: z.string().optional(),
  /** What a person let the client do, separated by spaces. */
  scp: z.string().optional(),
  /** `app` in an application's own token: an optional claim, which `entra:setup` asks for. */
  idtyp: z.string().optional(),
  roles: z.array(z.string()).default([]),
  /** Object ids of the groups that are assigned to this API (`ApplicationGroup`). */
  groups: z.array(z.guid().toLowerCase()).default([]),
  /**
   * Overage: `groups` is left out of a token when there are too many, and one of these stands in its place.
   * https://learn.microsoft.com/security/zero-trust/develop/configure-tokens-group-claims-app-roles#group-overages
   */
  hasgroups: z.union([z.boolean(), z.string()]).optional(),
  _claim_names: z.looseObject({ groups: z.unknown() }).optional(),
});

type Claims = z.infer<typeof claimsSchema>;

// One credential and nothing after it: a header that was sent twice arrives as one, with a comma.
const bearer = /^bearer +(?<token>[\w.~+/-]+=*)$/i;

// Group claims end at 200 groups, about 10 KB; the host's server takes no more than this of all headers together.
// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestheaderstotalsize
const maxTokenLength = 32_768;

/**
 * What Entra writes above a token: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#header-claims
 * A header that brings its key along, or says where it lies, is somebody else's (RFC 8725 section 3.10).
 */
const headerSchema = z.object({
  typ: z.literal("JWT"),
  kid: z.string().min(1),
  jwk: z.never().optional(),
  jku: z.never().optional(),
  x5c: z.never().optional(),
  x5u: z.never().optional(),
});

const clockToleranceSeconds = 60;

/**
 * Checks the access token of a request: header, signature, audience, issuer, time and home tenant. Everything that is wrong
 * with it is one Fault `unauthenticated`, which does not say what. Throws `not_ready` while the issuer's keys cannot be
 * had. Issuer form: https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
export function makeAuthenticate(settings: AuthenticateSettings): Authenticate {
  const { authority, audience, allowedTenants, platformTenants, nowMs } = settings;
  const keys = withHeaderChecked(makeKeySet({ url: `${authority}/common/discovery/v2.0/keys`, nowMs }));
  const issuer = allowedTenants.map((tenantId) => issuerOf(authority, tenantId));
  const rules = { audience, issuer, algorithms: ["RS256"], requiredClaims: ["exp"] };

  return async (authorization) => {
    const token = bearer.exec(authorization ?? "")?.groups?.["token"];
    if (token === undefined || token.length > maxTokenLength) throw unauthenticated();
    try {
      const time = { currentDate: new Date(nowMs()), clockTolerance: clockToleranceSeconds };
      const { payload } = await jwtVerify(token, keys, { ...rules, ...time });
      return toCaller(claimsSchema.parse(payload), authority, platformTenants);
    } catch (error) {
      throw error instanceof Fault ? error : unauthenticated(error);
    }
  };
}

/** Before a key is looked for: a header that is none of Entra's makes nobody read the keys again. */
function withHeaderChecked(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    headerSchema.parse(header);
    return keys(header, token);
  };
}

/** The issuer must be that of the token's own tenant; the allow list alone would let one tenant speak for another. */
function toCaller(claims: Claims, authority: string, platformTenants: readonly string[]): Caller {
  if (claims.iss !== issuerOf(authority, claims.tid)) throw unauthenticated();
  const name = claims.name ?? claims.azp ?? claims.appid ?? claims.oid;
  const { oid: id, tid: homeTenantId, roles } = claims;
  const isOfPlatform = platformTenants.includes(homeTenantId);
  const held = isOfPlatform ? platformRoles.filter((role) => roles.includes(role)) : [];
  return { kind: kindOf(claims), id, name, homeTenantId, ...groupsOf(claims), platformRoles: held };
}

/** Groups that a token does not name give no rights, and nobody is asked for them. */
function groupsOf({ groups, hasgroups, _claim_names }: Claims): Pick<Caller, "groups" | "groupsUnknown"> {
  const isOverage = hasgroups === true || hasgroups === "true" || _claim_names?.groups !== undefined;
  return isOverage ? { groups: [], groupsUnknown: true } : { groups, groupsUnknown: false };
}

/** An access token says whose it is. An ID token says neither: it says to a client who signed in, and opens no API. */
function kindOf({ scp = "", idtyp }: Claims): Caller["kind"] {
  const isOfUser = scp.split(" ").includes(delegatedScope);
  const isOfApplication = idtyp === "app";
  if (isOfUser === isOfApplication) throw unauthenticated();
  return isOfUser ? "user" : "application";
}

function issuerOf(authority: string, tenantId: string): string {
  return `${authority}/${tenantId}/v2.0`;
}

function unauthenticated(cause?: unknown): Fault {
  return new Fault("unauthenticated", "The request has no valid access token for this API.", { cause });
}
