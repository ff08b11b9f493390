import type { SigningKey } from "./signing-keys.ts";
import { issuerOf } from "./tokens.ts";

/** The OpenID configuration of a tenant: only what this directory serves is named in it. */
export function openIdConfiguration(authority: string, tenant: string): Record<string, unknown> {
  return {
    issuer: issuerOf(authority, tenant === "organizations" || tenant === "common" ? "{tenantid}" : tenant),
    authorization_endpoint: `${authority}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    response_types_supported: ["token"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid", "profile", "offline_access"],
    grant_types_supported: ["client_credentials", "password"],
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "nbf", "name", "preferred_username", "oid", "tid", "ver"],
    tenant_region_scope: null,
  };
}

/** Which hosts are one and the same cloud: here only this one. */
export function instanceDiscovery(authority: string): Record<string, unknown> {
  const { host } = new URL(authority);
  return {
    tenant_discovery_endpoint: `${authority}/organizations/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

export function keySet(keys: readonly SigningKey[]): Record<string, unknown> {
  return { keys: keys.map(({ jwk, kid }) => ({ ...jwk, x5t: kid })) };
}
