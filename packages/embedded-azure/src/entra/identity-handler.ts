import type { IncomingMessage, ServerResponse } from "node:http";
import type { Directory, ManagedIdentity } from "./directory.ts";
import type { EntraOperation } from "./operations.ts";
import { toAudience } from "./resources.ts";
import type { Tokens } from "./tokens.ts";

export type IdentityContext = {
  readonly tokens: Tokens;
  readonly count: (operation: EntraOperation) => void;
  /** The secret header of each identity: it opens that one and no other, as on an App Service machine. */
  readonly headers: Readonly<Record<string, string>>;
  readonly directory: Pick<Directory, "home" | "identities" | "api">;
};

/** The path that `IDENTITY_ENDPOINT` names. */
export const identityPath = "/msi/token";

const apiVersion = "2019-08-01";

type IdentityAnswer = { readonly status: number; readonly body: Record<string, unknown> };

/** The managed identity protocol of App Service and Functions (azure-services.md 29: plain http on loopback, a secret header). */
export async function handleIdentity(
  context: IdentityContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await identityToken(context, request);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

async function identityToken(context: IdentityContext, request: IncomingMessage): Promise<IdentityAnswer> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method !== "GET" || url.pathname !== identityPath) return refuse(404, "No such endpoint.");
  context.count("managed identity token");
  const identity = identityBehind(context, request.headers["x-identity-header"]);
  if (!identity) return refuse(403, "The header x-identity-header is missing or wrong.");
  if (url.searchParams.get("api-version") !== apiVersion) return refuse(400, `api-version must be ${apiVersion}.`);
  const resource = url.searchParams.get("resource");
  if (!resource) return refuse(400, "The parameter resource is missing.");
  const { clientId, principalId } = identity;
  if (url.searchParams.get("client_id") !== clientId) {
    return refuse(
      400,
      "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
    );
  }
  const { home, api } = context.directory;
  const audience = toAudience(resource, api);
  // The Cosmos client looks for this code in the text before it tries its second scope.
  if (!audience) return refuse(400, `AADSTS500011: The resource principal named ${resource} was not found.`);
  const issued = await context.tokens.issue({ tenantId: home.id, objectId: principalId, clientId }, audience);
  return {
    status: 200,
    body: {
      access_token: issued.token,
      expires_on: String(issued.expiresAtMs / 1000),
      resource,
      token_type: "Bearer",
      client_id: clientId,
    },
  };
}

function identityBehind({ headers, directory }: IdentityContext, header: unknown): ManagedIdentity | undefined {
  const [name] = Object.entries(headers).find(([, secret]) => secret === header) ?? [];
  return name === undefined ? undefined : directory.identities[name];
}

function refuse(status: number, message: string): IdentityAnswer {
  return { status, body: { statusCode: status, message, correlationId: crypto.randomUUID() } };
}
