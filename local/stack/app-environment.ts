import { childCaEnvironment } from "@tenantpilot/embedded-azure/tls/trust";
import storage from "../../config/storage.json" with { type: "json" };
import { apiApp, graphReadApp, graphWriteApp, homeTenantId, portalApp } from "./identities.ts";
import { portalFilesSetting } from "./portal-files.ts";
import type { Servers } from "./start-servers.ts";

/** Settings of the app that a caller's shell must not slip into: here they come from the stack alone. */
const ownSettings = [
  "COSMOS_ENDPOINT",
  "COSMOS_DATABASE",
  "SERVICE_BUS__fullyQualifiedNamespace",
  "SERVICE_BUS__credential",
  "SERVICE_BUS__clientId",
  "BLOB_ENDPOINT",
  "TRANSIENT_BLOB_ENDPOINT",
  "ENTRA_AUTHORITY",
  "PORTAL_FILES",
  "APPLICATIONINSIGHTS_CONNECTION_STRING",
  "WEBSITE_SITE_NAME",
];

export type AppEnvironmentOptions = {
  readonly servers: Servers;
  readonly caFile: string;
  readonly graphBaseUrl: string;
  readonly portalUrl: string;
  /** Folder of the app that runs. */
  readonly appRoot: string;
  readonly masterKey: string;
  readonly overrides: Readonly<Record<string, string>>;
};

/** The environment of one app: what its settings are in Azure, with the addresses of the embedded services. */
export async function appEnvironment(
  name: "http" | "worker",
  options: AppEnvironmentOptions,
): Promise<NodeJS.ProcessEnv> {
  const { servers, caFile } = options;
  const identity = servers.entra.environmentOf(name);
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings.includes(name));
  return {
    ...Object.fromEntries(inherited),
    ...(await childCaEnvironment(caFile, process.env)),
    ...identity,
    APP_PART: name,
    COSMOS_ENDPOINT: servers.cosmos.endpoint,
    COSMOS_DATABASE: storage.database,
    SERVICE_BUS__fullyQualifiedNamespace: servers.serviceBus.namespace,
    SERVICE_BUS__credential: "managedidentity",
    SERVICE_BUS__clientId: identity.MANAGED_IDENTITY_CLIENT_ID,
    BLOB_ENDPOINT: servers.blobs.endpoint,
    TRANSIENT_BLOB_ENDPOINT: servers.transientBlobs.endpoint,
    ENTRA_AUTHORITY: servers.entra.authority,
    GRAPH_BASE_URL: options.graphBaseUrl,
    PORTAL_URL: options.portalUrl,
    PORTAL_APP_ID: portalApp.clientId,
    SIGN_IN_ENDPOINT: servers.signIn.endpoint,
    ...portalFilesSetting(options.appRoot),
    API_AUDIENCE: apiApp.clientId,
    ALLOWED_TENANTS: homeTenantId,
    GRAPH_READ_APP_ID: graphReadApp.clientId,
    GRAPH_WRITE_APP_ID: graphWriteApp.clientId,
    HOST_MASTER_KEY: options.masterKey,
    ...options.overrides,
  };
}
