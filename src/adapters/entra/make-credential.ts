import {
  AzureCliCredential,
  ClientAssertionCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from "@azure/identity";

/** The app's own sign-in: its managed identity, or outside Azure the Azure CLI's when no identity is named. */
export function makeCredential(managedIdentityClientId: string | undefined): TokenCredential {
  if (managedIdentityClientId === undefined) return new AzureCliCredential();
  return new ManagedIdentityCredential({ clientId: managedIdentityClientId });
}

export type GraphCredentialSettings = {
  readonly authority: string;
  /** Scope of the identity's token when it serves as an application's credential; each cloud has its own. */
  readonly federationScope: string;
  /** The multi-tenant application that customers consented to. */
  readonly appId: string;
  /** The managed identity that the application trusts. */
  readonly identity: TokenCredential;
};

/**
 * The credential of the application in one customer tenant: a token of the managed identity is its assertion, so there
 * is no secret. One instance for each tenant; instances share nothing.
 */
export function makeGraphCredential(settings: GraphCredentialSettings, tenantId: string): TokenCredential {
  const assertion = async (): Promise<string> => {
    const token = await settings.identity.getToken(settings.federationScope);
    if (!token) throw new Error("The managed identity gave no token.");
    return token.token;
  };
  return new ClientAssertionCredential(tenantId, settings.appId, assertion, {
    authorityHost: settings.authority,
    // The authority comes from the settings, which name Microsoft's own in Azure; discovery would ask the internet.
    disableInstanceDiscovery: true,
  });
}
