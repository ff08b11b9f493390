import {
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  InteractionRequiredAuthError,
} from "@azure/msal-node";
import { Fault } from "../../domain/error/fault.ts";

export type ExchangeOptions = {
  /** Authority without trailing slash and tenant. */
  readonly authority: string;
  /** Client id of the API's registration. */
  readonly clientId: string;
  /** A token of this app's identity, which the registration trusts in place of a secret. */
  readonly credential: () => Promise<string>;
  /** The delegated permission, with the address of its resource. */
  readonly scope: string;
};

/**
 * Exchanges a person's token for one of the scope, in the person's own tenant (azure-services.md 32). A client of its own
 * each time: no token is kept, so none can be used for somebody else. Faults `delegated_consent_required` and
 * `delegated_token_required`.
 */
export async function exchangeToken(
  { authority, clientId, credential, scope }: ExchangeOptions,
  { tenantId, assertion }: { readonly tenantId: string; readonly assertion: string },
  signal: AbortSignal,
): Promise<string> {
  const client = new ConfidentialClientApplication({
    auth: { clientId, clientAssertion: credential, ...knownAuthority(authority, tenantId) },
    system: { networkClient: makeNetwork(signal), disableInternalRetries: true },
  });
  try {
    const answer = await client.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [scope], skipCache: true });
    if (answer?.accessToken) return answer.accessToken;
  } catch (error) {
    throw toRefusal(error, signal);
  }
  throw new Error("The exchange of a token ended without one.");
}

/** What discovery would ask the internet for: the authority comes from the settings, which name Microsoft's own in Azure. */
function knownAuthority(authority: string, tenantId: string) {
  const tenant = `${authority}/${tenantId}`;
  const { host } = new URL(authority);
  const metadata = {
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    issuer: `${tenant}/v2.0`,
  };
  const network = { preferred_network: host, preferred_cache: host, aliases: [host] };
  return {
    authority: tenant,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify(metadata),
    cloudDiscoveryMetadata: JSON.stringify({ metadata: [network] }),
  };
}

/** Fetch under the caller's deadline, once: the library's own client has none. */
function makeNetwork(signal: AbortSignal): INetworkModule {
  const send = async <T>(method: "GET" | "POST", url: string, headers = {}, body?: string) => {
    const init = { method, headers, signal, redirect: "error" as const, ...(body === undefined ? {} : { body }) };
    const response = await fetch(url, init);
    // The library parses what it is given by its own types.
    const parsed = (await response.json()) as T;
    return { status: response.status, headers: Object.fromEntries(response.headers), body: parsed };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options?.headers),
    sendPostRequestAsync: (url, options) => send("POST", url, options?.headers, options?.body),
  };
}

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes: no consent at all, or none of an administrator.
const consentMissing = /AADSTS(65001|650052|650056|90094|90008)\b/;

function toRefusal(cause: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || !(cause instanceof AuthError)) return cause;
  if (consentMissing.test(cause.message)) {
    return new Fault("delegated_consent_required", "The tenant has not consented to the group search.", { cause });
  }
  if (cause instanceof InteractionRequiredAuthError || cause.errorCode === "invalid_grant") {
    return new Fault("delegated_token_required", "Entra gives no token in the name of this sign-in.", { cause });
  }
  return cause;
}
