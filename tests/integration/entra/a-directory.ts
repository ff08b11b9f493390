import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClientAssertionCredential, ClientSecretCredential } from "@azure/identity";
import type { DirectoryApp } from "@tenantpilot/embedded-azure/entra/directory";
import { federationAudience, graphAudiences } from "@tenantpilot/embedded-azure/entra/resources";
import { aGraph, type Item } from "@tenantpilot/graph-simulator/testing";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { homeTenantId, identities } from "../../../local/stack/identities.ts";
import { makeDirectoryClient } from "../../../src/adapters/graph/directory/make-directory-client.ts";
import type { DirectoryClient } from "../../../src/domain/graph/directory-client.ts";
import { parseCloudSettings } from "../../../src/settings.ts";
import type { DeploymentValues } from "../../../tools/entra/azd-environment.ts";
import type { FederatedTrust } from "../../../tools/entra/desired-application.ts";
import { runSetup, type SetupOptions } from "../../../tools/entra/run-setup.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { anEntra, customerTenantId } from "../../builders/an-entra.ts";

const [graphAudience = ""] = graphAudiences;

const admin = {
  clientId: "66666666-2222-4333-8444-555555555555",
  name: "An administrator's pipeline",
  homeTenantId,
  secret: "a-secret",
  permissions: { [graphAudience]: ["Application.ReadWrite.All"] },
};
const reader = {
  ...admin,
  clientId: "66666666-2222-4333-8444-666666666666",
  permissions: { [graphAudience]: ["Application.Read.All"] },
};

const scope = `${graphAudience}/.default`;
export const workerPrincipalId = identities.worker.principalId;
export const httpPrincipalId = identities.http.principalId;
export const portalUrl = "https://portal.example";

// One for all: making its keys takes longer than most tests.
const dir = mkdtempSync(join(tmpdir(), "setup-"));
process.once("exit", () => rmSync(dir, { recursive: true, force: true }));

/** A home directory, signed in to by the real SDK, and the set-up of one environment in it. */
export async function aDirectory() {
  const clock = aHurryingClock();
  const entraWith = (port: number, apps: readonly DirectoryApp[]) => anEntra([admin, reader, ...apps], { dir, port });
  const entra = await entraWith(0, []);
  const graph = await aGraph({ contracts, access: entra.access, tls: entra.tls, nowMs: () => clock.nowMs() });
  graph.control.putTenant({ id: homeTenantId, name: "Home" });
  const options = { authorityHost: entra.authority, disableInstanceDiscovery: true };
  const credentialOf = ({ clientId, secret }: typeof admin) =>
    new ClientSecretCredential(homeTenantId, clientId, secret, options);
  const credentials = { admin: credentialOf(admin), reader: credentialOf(reader) };
  const makeClient = (as: keyof typeof credentials = "admin"): DirectoryClient =>
    makeDirectoryClient({
      baseUrl: graph.endpoint,
      scope,
      source: credentials[as],
      clock,
      requestId: "00000000-0000-4000-8000-000000000001",
    });

  /** Runs set-up as the command does; answers the lines that it prints. */
  async function setUp(given: Partial<SetupRun> = {}): Promise<string[]> {
    const { as = "admin", values = aDeployment(), client = makeClient(as), ...rest } = given;
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const { signal } = new AbortController();
    const cloud = parseCloudSettings({ CLOUD: values.valueOf("CLOUD"), ENTRA_AUTHORITY: entra.authority });
    const deps = { client, credential: credentials[as], cloud, values, print, signal };
    await runSetup(deps, { apply: true, prune: false, ...rest });
    return lines;
  }

  /** As the person at the portal: GET, or PATCH of what is there. */
  const ask = async (method: "GET" | "PATCH", path: string, body?: object, prefer?: string): Promise<Item> => {
    const token = await credentials.admin.getToken(scope);
    const headers = { authorization: `Bearer ${token.token}`, ...(prefer ? { prefer } : {}) };
    const answer = await graph.send(method, `/v1.0${path}`, body, headers);
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  /** PATCH requests that the directory has answered. */
  const writes = (): number =>
    Object.entries(graph.control.counters().byPath)
      .filter(([path]) => path.startsWith("PATCH"))
      .reduce((sum, [, count]) => sum + count, 0);

  return {
    entra,
    graph,
    clock,
    makeClient,
    adminToken: () => credentials.admin.getToken(scope),
    readerToken: () => credentials.reader.getToken(scope),
    setUp,
    ask,
    writes,
    application: (part: string) => ask("GET", `/applications(uniqueName='tenantpilot-dev-${part}')`),
    /** Everything that set-up makes, as it lies there. */
    objects: async () => {
      const parts = await Promise.all(["api", "read", "write", "portal"].map((part) => wholeOf(ask, part)));
      return Object.fromEntries(parts.map((each) => [each.part, each]));
    },
    /** Entra again, at the same address, with one more application: what is known of it is given here. */
    entraThatKnows: async ({ clientId, credentials: trusts, roles }: KnownApplication) => {
      await entra.close();
      const permissions = { [graphAudience]: roles };
      const app = { clientId, name: clientId, homeTenantId, permissions, trusts: () => trusts };
      const knowing = await entraWith(entra.port, [app]);
      const asApplication = (name: string) => {
        const assertion = async () => (await knowing.identityToken(name, federationAudience)).token;
        const once = { ...options, retryOptions: { maxRetries: 0 } };
        return new ClientAssertionCredential(customerTenantId, clientId, assertion, once).getToken(scope);
      };
      return { asApplication, [Symbol.asyncDispose]: () => knowing.close() };
    },
    close: async () => {
      await graph.close();
      await entra.close();
    },
  };
}

type KnownApplication = {
  readonly clientId: string;
  readonly credentials: readonly FederatedTrust[];
  readonly roles: readonly string[];
};

export type SetupRun = SetupOptions & {
  readonly as: "admin" | "reader";
  readonly values: DeploymentValues;
  readonly client: DirectoryClient;
};

type Ask = (method: "GET", path: string) => Promise<Item>;

async function wholeOf(ask: Ask, part: string) {
  const application = await ask("GET", `/applications(uniqueName='tenantpilot-dev-${part}')`);
  const appId = String(application["appId"]);
  const principal = await ask("GET", `/servicePrincipals(appId='${appId}')`);
  const { value } = Object(await ask("GET", `/applications(appId='${appId}')/federatedIdentityCredentials`));
  return { part, appId, application, principal, credentials: value as readonly FederatedTrust[] };
}

/** What an azd environment holds, in memory. */
export function aDeployment(
  given: Record<string, string> = {
    WORKER_PRINCIPAL_ID: workerPrincipalId,
    HTTP_PRINCIPAL_ID: httpPrincipalId,
    PORTAL_URL: portalUrl,
  },
) {
  const kept = new Map(Object.entries(given));
  const sets: string[] = [];
  return {
    environment: "dev",
    valueOf: (name: string) => kept.get(name),
    set: async (name: string, value: string) => {
      sets.push(name);
      kept.set(name, value);
      return true;
    },
    kept,
    sets,
  };
}
