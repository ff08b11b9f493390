import { decodeJwt, type JWTHeaderParameters, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import type { SigningKeys } from "./signing-keys.ts";

/** What a token says, beside the claims about its time. */
export type Subject = {
  readonly tenantId: string;
  /** Object id of the user or service principal: `oid`. */
  readonly objectId: string;
  readonly clientId: string;
  /** Left out of a token when empty, as Entra does. */
  readonly roles?: readonly string[];
  /** Object ids; left out when empty, and when there are too many. */
  readonly groups?: readonly string[];
  /** Present when a person signed in. */
  readonly user?: { readonly name: string; readonly displayName: string; readonly scope: string };
};

/** What a verified token says. */
export type TokenClaims = {
  readonly tid: string;
  readonly oid: string;
  readonly azp: string;
  readonly roles?: readonly string[];
  /** In the token of a person: what the client may do, separated by spaces. */
  readonly scp?: string;
  readonly name?: string;
  readonly preferred_username?: string;
  /** Seconds since the epoch. */
  readonly exp: number;
};

export type IssuedToken = { readonly token: string; readonly expiresAtMs: number };

/** What an ID token says of one sign-in; the nonce is the client's own and comes back to it. */
export type AboutSignIn = { readonly nonce?: string; readonly login_hint: string };

export type Tokens = {
  issue(subject: Subject, audience: string): Promise<IssuedToken>;
  /** Tells the client who signed in; it opens nothing, because it has neither scope nor `idtyp`. */
  issueIdToken(subject: Subject, about?: AboutSignIn): Promise<IssuedToken>;
  /** A token as no directory gives it, such as a test of those who check tokens needs: any claims and header, its own signature. */
  signAny(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The claims of a token that this directory issued for the audience and that is valid now, else undefined. */
  verify(token: string, audience: string | readonly string[]): Promise<TokenClaims | undefined>;
};

export type TokenRules = {
  /** `https://localhost:PORT`; read at each use, because a free port is known only when the server listens. */
  readonly authority: () => string;
  readonly keys: SigningKeys;
  readonly lifetimeSeconds: number;
  readonly nowMs: () => number;
};

export function makeTokens(rules: TokenRules): Tokens {
  return {
    issue: (subject, audience) => issue(rules, subject, audience, { ...toClaims(subject), ...toAccessClaims(subject) }),
    issueIdToken: (subject, about) => issue(rules, subject, subject.clientId, { ...toClaims(subject), ...about }),
    signAny: (claims, header) => sign(rules, claims, header),
    verify: (token, audience) => verify(rules, token, audience),
  };
}

export function issuerOf(authority: string, tenantId: string): string {
  return `${authority}/${tenantId}/v2.0`;
}

async function issue(rules: TokenRules, subject: Subject, audience: string, claims: JWTPayload): Promise<IssuedToken> {
  const issuedAt = Math.floor(rules.nowMs() / 1000);
  const expiresAt = issuedAt + rules.lifetimeSeconds;
  const iss = issuerOf(rules.authority(), subject.tenantId);
  const times = { iat: issuedAt, nbf: issuedAt, exp: expiresAt };
  const token = await sign(rules, { ...claims, iss, aud: audience, sub: subject.objectId, ...times });
  return { token, expiresAtMs: expiresAt * 1000 };
}

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#header-claims */
function sign({ keys }: TokenRules, claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  const [{ kid, privateKey }] = keys.all();
  return new SignJWT(claims).setProtectedHeader({ typ: "JWT", alg: "RS256", kid, ...header }).sign(privateKey);
}

function toClaims({ tenantId, objectId, roles = [], user }: Subject): JWTPayload {
  return {
    tid: tenantId,
    oid: objectId,
    ver: "2.0",
    uti: crypto.randomUUID(),
    ...(roles.length > 0 && { roles }),
    ...(user && { name: user.displayName, preferred_username: user.name }),
  };
}

/**
 * Both spellings of the client's id: `azp` is of version 2 tokens, `appid` of version 1, and services read either. The
 * optional claim `idtyp` in its plain form is in tokens of applications only:
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
function toAccessClaims(subject: Subject): JWTPayload {
  const { clientId, user } = subject;
  return { azp: clientId, appid: clientId, ...(user ? { scp: user.scope } : { idtyp: "app" }), ...toGroups(subject) };
}

const mostGroups = 200;

/**
 * More groups than a token may name are none in it, but where they could be asked for: an address of the Graph of before.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#groups-overage-claim
 */
function toGroups({ tenantId, objectId, groups = [] }: Subject): JWTPayload {
  if (groups.length === 0) return {};
  if (groups.length <= mostGroups) return { groups };
  const endpoint = `https://graph.windows.net/${tenantId}/users/${objectId}/getMemberObjects`;
  return { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint } } };
}

async function verify(
  rules: TokenRules,
  token: string,
  audience: string | readonly string[],
): Promise<TokenClaims | undefined> {
  try {
    const tenantId = String(decodeJwt<{ tid?: unknown }>(token).tid);
    const { payload } = await jwtVerify<TokenClaims>(token, keyOf(rules), {
      algorithms: ["RS256"],
      issuer: issuerOf(rules.authority(), tenantId),
      // A scope such as `https://host//.default` leaves a slash at the end of the audience.
      audience: [audience].flat().flatMap((each) => [each, `${each}/`]),
      currentDate: new Date(rules.nowMs()),
      requiredClaims: ["exp", "oid", "tid"],
    });
    return payload;
  } catch {
    // Every reason (form, signature, issuer, audience, time) is the same answer for a caller: not a valid token.
    return undefined;
  }
}

function keyOf({ keys }: TokenRules): JWTVerifyGetKey {
  return ({ kid }) => {
    const found = keys.all().find((key) => key.kid === kid);
    if (!found) throw new Error("No key of this directory.");
    return found.publicKey;
  };
}
