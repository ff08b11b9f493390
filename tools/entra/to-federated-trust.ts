import { type FederatedTrust, type Trustee, trustNameOf } from "./desired-application.ts";

export type IdentityFacts = {
  readonly trustee: Trustee;
  /** Without a slash at its end, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  /** What the identity's token is asked for in this cloud, such as `api://AzureADTokenExchange`. */
  readonly audience: string;
  /** Home of the identity and of the application alike. */
  readonly tenantId: string;
  /** Object id of the managed identity's service principal; its client id is no subject. */
  readonly principalId: string;
};

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
export function toFederatedTrust({
  trustee,
  authority,
  audience,
  tenantId,
  principalId,
}: IdentityFacts): FederatedTrust {
  return {
    name: trustNameOf(trustee),
    issuer: `${authority}/${tenantId}/v2.0`,
    subject: principalId,
    audiences: [audience],
  };
}
