import type { Access, Caller } from "../access/access.ts";
import type { Tokens } from "./tokens.ts";

/** Apps hold a handful of tokens for an hour each; more than this is forgotten at once. */
const maxRemembered = 1_000;

type CachedCaller = { readonly caller: Caller; readonly expiresAtMs: number };

export type CallerRules = {
  readonly tokens: Tokens;
  readonly isKnownTenant: (tenantId: string) => boolean;
  readonly nowMs: () => number;
};

/** Who is behind a token. A token is verified once and remembered until it expires: a signature check per request would be felt. */
export function makeCallerOf({ tokens, isKnownTenant, nowMs }: CallerRules): Access["callerOf"] {
  const remembered = new Map<string, CachedCaller>();
  return async (token, audience) => {
    const key = `${[audience].flat().join(" ")} ${token}`;
    const known = remembered.get(key);
    if (known && nowMs() < known.expiresAtMs) return known.caller;
    const claims = await tokens.verify(token, audience);
    if (!claims || !isKnownTenant(claims.tid)) return undefined;
    const caller: Caller = {
      principalId: claims.oid,
      clientId: claims.azp,
      tenantId: claims.tid,
      roles: claims.roles ?? [],
      ...(claims.scp !== undefined && { scopes: claims.scp.split(" ") }),
    };
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(key, { caller, expiresAtMs: claims.exp * 1000 });
    return caller;
  };
}
