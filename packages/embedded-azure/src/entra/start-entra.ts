import { randomBytes } from "node:crypto";
import { listen } from "../tls/listen.ts";
import { handleAuthority } from "./authority-handler.ts";
import type { Directory, ManagedIdentity } from "./directory.ts";
import { toSubject } from "./grants/password.ts";
import { handleIdentity, identityPath } from "./identity-handler.ts";
import { type OpenDirectory, openDirectory } from "./open-directory.ts";
import type { EntraControl, EntraOptions, RunningEntra } from "./running-entra.ts";
import { startSignIn } from "./sign-in/start-sign-in.ts";
import { toListener } from "./to-listener.ts";

/** Starts the directory and the managed identity endpoint. */
export async function startEntra(options: EntraOptions): Promise<RunningEntra> {
  const directory = await openDirectory(options, () => server.endpoint);
  const server = await listen(
    toListener((request, response) => handleAuthority(directory, request, response)),
    { port: options.port, tls: options.tls },
  );
  const names = Object.keys(options.directory.identities);
  const headers = Object.fromEntries(names.map((name) => [name, secretHeader()]));
  const { tokens, count } = directory;
  const identityContext = { tokens, headers, count, directory: options.directory };
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
      IDENTITY_HEADER: headers[name] ?? "",
      MANAGED_IDENTITY_CLIENT_ID: identityOf(options.directory, name).clientId,
    }),
    startSignIn: (signIn) => startSignIn(directory, signIn),
    ...tokensInProcess(directory, options.directory),
    control: controlOf(directory),
  };
}

function identityOf({ identities }: Directory, name: string): ManagedIdentity {
  const found = identities[name];
  if (!found) throw new Error(`The directory has no identity ${name}: ${Object.keys(identities).join(", ")}.`);
  return found;
}

function tokensInProcess(
  { tokens }: OpenDirectory,
  directory: Directory,
): Pick<RunningEntra, "identityToken" | "userToken"> {
  const { home, api, users, apps } = directory;
  return {
    identityToken: (name, audience) => {
      const { clientId, principalId } = identityOf(directory, name);
      return tokens.issue({ tenantId: home.id, objectId: principalId, clientId }, audience);
    },
    userToken: async (name) => {
      const user = users.find((candidate) => candidate.name === name);
      const client = apps.find((app) => app.public);
      if (!user || !client) throw new Error(`The directory has no user ${name}, or no public client.`);
      return tokens.issue(toSubject(user, client.clientId), api.clientId);
    },
  };
}

function controlOf({ state, tenants, keys, tokens, failures, operations }: OpenDirectory): EntraControl {
  return {
    setConsent: state.setConsent,
    setGranted: state.setGranted,
    setDisabled: state.setDisabled,
    setExpired: state.setExpired,
    addTenant: (tenant) => void tenants.set(tenant.id.toLowerCase(), tenant),
    removeTenant: (tenantId) => void tenants.delete(tenantId.toLowerCase()),
    operations: operations.counts,
    keyIds: () => keys.all().map(({ kid }) => kid),
    rollKey: keys.roll,
    revokeKey: keys.revoke,
    signAny: (claims, header) => tokens.signAny(claims, header),
    failTokens: (times, status = 503) => void failures.splice(0, Infinity, ...Array<number>(times).fill(status)),
  };
}

/** New at each start: what an app of an earlier stack still holds opens nothing. */
function secretHeader(): string {
  return randomBytes(24).toString("base64url");
}
