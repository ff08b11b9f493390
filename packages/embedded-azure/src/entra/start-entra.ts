import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { listen } from "../tls/listen.ts";
import { handleAuthority } from "./authority-handler.ts";
import { toSubject } from "./grants/password.ts";
import { apiApp, developmentApp, homeTenantId, identities } from "./identities.ts";
import { handleIdentity, identityPath } from "./identity-handler.ts";
import { type OpenDirectory, openDirectory } from "./open-directory.ts";
import type { EntraControl, EntraOptions, RunningEntra } from "./running-entra.ts";

/** Starts the directory and the managed identity endpoint. */
export async function startEntra(options: EntraOptions): Promise<RunningEntra> {
  const directory = await openDirectory(options, () => server.endpoint);
  const server = await listen(
    toListener((request, response) => handleAuthority(directory, request, response)),
    { port: options.port, tls: options.tls },
  );
  const headers = { http: secretHeader(), worker: secretHeader() };
  const identityContext = { tokens: directory.tokens, headers, count: directory.count };
  const identityServer = await listen(
    toListener((request, response) => handleIdentity(identityContext, request, response)),
    { port: options.identityPort },
  ).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await Promise.all([server.close(), identityServer.close()]);
  };
  const identityEndpoint = `${identityServer.endpoint}${identityPath}`;
  return {
    endpoint: server.endpoint,
    port: server.port,
    close,
    [Symbol.asyncDispose]: close,
    authority: server.endpoint,
    access: directory.access,
    identityEndpoint,
    environmentOf: (name) => ({
      IDENTITY_ENDPOINT: identityEndpoint,
      IDENTITY_HEADER: headers[name],
      MANAGED_IDENTITY_CLIENT_ID: identities[name].clientId,
    }),
    ...tokensInProcess(directory),
    control: controlOf(directory),
  };
}

function tokensInProcess({ tokens, users }: OpenDirectory): Pick<RunningEntra, "identityToken" | "userToken"> {
  return {
    identityToken: (name, audience) => {
      const { clientId, principalId } = identities[name];
      return tokens.issue({ tenantId: homeTenantId, objectId: principalId, clientId }, audience);
    },
    userToken: async (name) => {
      const user = users.find((candidate) => candidate.name === name);
      if (!user) throw new Error(`The local directory has no user ${name}.`);
      return tokens.issue(toSubject(user, developmentApp.clientId), apiApp.identifierUri);
    },
  };
}

function controlOf({ state, tenants, failures, operations }: OpenDirectory): EntraControl {
  return {
    setConsent: state.setConsent,
    setDisabled: state.setDisabled,
    setExpired: state.setExpired,
    addTenant: (tenant) => void tenants.set(tenant.id.toLowerCase(), tenant),
    removeTenant: (tenantId) => void tenants.delete(tenantId.toLowerCase()),
    operations: operations.counts,
    failTokens: (times, status = 503) => void failures.splice(0, Infinity, ...Array<number>(times).fill(status)),
  };
}

/** New at each start: what an app of an earlier stack still holds opens nothing. */
function secretHeader(): string {
  return randomBytes(24).toString("base64url");
}

/** A fault of our own is an honest 500, never a hanging request. */
function toListener(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error("entra:", error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
