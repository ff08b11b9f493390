import { z } from "zod";

const trueEndpoint = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const guid = z.guid().transform((id) => id.toLowerCase());

const tenantList = z
  .string()
  .transform((list) => list.split(",").map((id) => id.trim().toLowerCase()))
  .pipe(z.tuple([guid], guid));

const thisMachine: readonly (string | undefined)[] = ["127.0.0.1", "localhost", "[::1]"];
const loopbackEndpoint = trueEndpoint.refine(
  (url) => thisMachine.includes(URL.parse(url)?.hostname),
  "must be an address of this machine: 127.0.0.1, localhost or [::1]",
);

/**
 * The clouds in which Microsoft runs tenants, each an island: tokens of one mean nothing in another.
 *
 * - `graph`, also the audience of its tokens, and `authority`: https://learn.microsoft.com/graph/deployments. In China
 *   tokens name login.partner.microsoftonline.cn as their issuer, which is another name of the login.chinacloudapi.cn of
 *   that page; @azure/msal-common has both names, and prefers this one.
 * - `federation`, the audience under which an application takes a managed identity's token for its credential:
 *   https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 *
 * The other audiences need no choice. Service Bus and storage have one for all clouds, the SDKs' own
 * (https://learn.microsoft.com/azure/service-bus-messaging/authenticate-application,
 * https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory), Cosmos DB that of the
 * account's endpoint, and Application Insights names its own in the connection string.
 */
const clouds = {
  global: {
    graph: "https://graph.microsoft.com",
    authority: "https://login.microsoftonline.com",
    federation: "api://AzureADTokenExchange",
  },
  us_gov_l4: {
    graph: "https://graph.microsoft.us",
    authority: "https://login.microsoftonline.us",
    federation: "api://AzureADTokenExchangeUSGov",
  },
  us_gov_l5: {
    graph: "https://dod-graph.microsoft.us",
    authority: "https://login.microsoftonline.us",
    federation: "api://AzureADTokenExchangeUSGov",
  },
  china: {
    graph: "https://microsoftgraph.chinacloudapi.cn",
    authority: "https://login.partner.microsoftonline.cn",
    federation: "api://AzureADTokenExchangeChina",
  },
} as const;

const commonSchema = z.object({
  COSMOS_ENDPOINT: trueEndpoint,
  COSMOS_DATABASE: z.string().min(1).default("tenantpilot"),
  /** `host` or `host:port`; the Service Bus trigger reads the same setting. */
  SERVICE_BUS__fullyQualifiedNamespace: z.string().min(1),
  /** The account that protects what is sealed. */
  BLOB_ENDPOINT: trueEndpoint,
  /** The account that deletes by age what is transient; without it that of BLOB_ENDPOINT (outside Azure only). */
  TRANSIENT_BLOB_ENDPOINT: trueEndpoint.optional(),
  /** Where the customer tenants live: endpoints, sign-in and token audiences follow it. */
  CLOUD: z.enum(["global", "us_gov_l4", "us_gov_l5", "china"]).default("global"),
  /** Instead of the cloud's own, outside Azure only. */
  ENTRA_AUTHORITY: trueEndpoint.optional(),
  /** Instead of the cloud's own, outside Azure only; its tokens stay those of the cloud. */
  GRAPH_BASE_URL: trueEndpoint.optional(),
  /** Client id of this app's user-assigned identity; without it the Azure CLI's sign-in is used (outside Azure only). */
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  /**
   * Times of runs in milliseconds instead of those of config/limits.ts, outside Azure only: whoever tries out what
   * happens to a run whose worker died need not wait for it. A lease lasts two heartbeats and more.
   */
  RUN_LEASE_MS: z.coerce.number().int().min(4_500).optional(),
  RUN_SILENT_AFTER_MS: z.coerce.number().int().min(4_500).optional(),
  /**
   * Application Insights, shared with the Functions host; without it nothing is exported. It names an instance and holds
   * no secret that is accepted, because local authentication is off.
   */
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(/(?:^|;)InstrumentationKey=[0-9a-f-]{36}/i, "names no instance")
    .regex(/(?:^|;)IngestionEndpoint=https:/i, "names no endpoint that speaks TLS")
    .optional(),
  /** Set by Azure, never by the local host. */
  WEBSITE_SITE_NAME: z.string().optional(),
});

/** The start surfaces and the reads. */
const httpFields = commonSchema.extend({
  APP_PART: z.literal("http"),
  /** Where people open the portal: the address of this app. `viewUrl` starts with it. */
  PORTAL_URL: trueEndpoint,
  /** Audience of the access tokens that callers present. */
  API_AUDIENCE: z.string().min(1),
  /** Home tenants of callers, separated by commas. */
  ALLOWED_TENANTS: tenantList,
  /** Home tenants whose tokens may carry platform roles, separated by commas; the default is the first of ALLOWED_TENANTS. */
  PLATFORM_TENANTS: tenantList.optional(),
  /** Requests of one caller: so many each second, and so many at once after a rest. Counted in each process. */
  RATE_LIMIT_PER_SECOND: z.coerce.number().positive().default(20),
  RATE_LIMIT_BURST: z.coerce.number().int().min(1).default(500),
  /** Client id of the portal's registration; without it the API works, and nobody can sign in to a portal. */
  PORTAL_APP_ID: guid.optional(),
  /** Where the portal's people sign in instead of the authority: on this machine only, never in Azure. */
  SIGN_IN_ENDPOINT: loopbackEndpoint.optional(),
  /** Applications that administrators of customers consent to; without one, nobody gets a link for it. */
  GRAPH_READ_APP_ID: guid.optional(),
  GRAPH_WRITE_APP_ID: guid.optional(),
  /** Folder of the portal's files. The default is `web` beside the running main file, which the bundle of this is. */
  PORTAL_FILES: z.string().default(`${import.meta.dirname}/web`),
});

/** A tenant that may not call cannot be the platform's. */
const httpSchema = httpFields.transform((settings, context) => {
  const { ALLOWED_TENANTS: allowed, PLATFORM_TENANTS: platform = [allowed[0]] } = settings;
  if (platform.some((id) => !allowed.includes(id))) {
    const message = "names a tenant that ALLOWED_TENANTS does not";
    context.addIssue({ code: "custom", path: ["PLATFORM_TENANTS"], message });
  }
  return { ...settings, PLATFORM_TENANTS: platform, firstPlatformTenant: platform[0] };
});

/** Queues, timers, workflows and activities. */
const workerSchema = commonSchema.extend({
  APP_PART: z.literal("worker"),
  /** Application that reads customer tenants; the worker presents its identity's token as its credential. */
  GRAPH_READ_APP_ID: guid,
  GRAPH_WRITE_APP_ID: guid.optional(),
  /** The customer tenant whose Graph is asked for the names of settings; without it the active one that is oldest here. */
  DEFINITIONS_TENANT: guid.optional(),
  /** NCRONTAB of the reconciler's timer, in UTC. */
  RECONCILER_SCHEDULE: z.string().default("0 * * * * *"),
  /** NCRONTAB of the timer that starts what snapshot schedules say, in UTC; the schedules have zones of their own. */
  SCHEDULES_SCHEDULE: z.string().default("0 * * * * *"),
  /** NCRONTAB of the timer that seals audit entries into digests, in UTC. */
  AUDIT_SCHEDULE: z.string().default("0 */5 * * * *"),
  /** NCRONTAB of the timer that purges what the database cannot let go by itself, in UTC. */
  RETENTION_SCHEDULE: z.string().default("0 17 3 * * *"),
});

type Common = z.infer<typeof commonSchema>;

export type HttpSettings = z.infer<typeof httpSchema> & CloudSettings;
export type WorkerSettings = z.infer<typeof workerSchema> & CloudSettings;

/** Of either app: which functions it registers (`APP_PART`) decides what else it needs. */
export type Settings = HttpSettings | WorkerSettings;

/** Of one cloud: where people sign in, where its Graph is, and what tokens are requested for. */
export type CloudSettings = {
  readonly CLOUD: Common["CLOUD"];
  readonly ENTRA_AUTHORITY: string;
  readonly GRAPH_BASE_URL: string;
  /** Scope of tokens for Microsoft Graph, whatever host answers. */
  readonly graphScope: string;
  /** Scope of the managed identity's token that stands for an application's credential. */
  readonly federationScope: string;
};

/**
 * Reads the settings of the part that `APP_PART` names. Throws one Error that lists every problem, so that a wrong
 * deployment is mended in one go. None of the settings is a secret.
 */
export function parseSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return environment["APP_PART"] === "worker" ? parseWorkerSettings(environment) : parseHttpSettings(environment);
}

/** Of the http app alone; throws as `parseSettings` does. */
export function parseHttpSettings(environment: NodeJS.ProcessEnv): HttpSettings {
  return withCloud(parseWith(httpSchema, environment));
}

/** Of the worker app alone; throws as `parseSettings` does. */
export function parseWorkerSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  return withCloud(parseWith(workerSchema, environment));
}

function parseWith<T extends Common>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  const variables = withoutEmpty(environment);
  const parsed = schema.safeParse(variables);
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  problems.push(...problemsInAzure(variables));
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The application's settings are not complete:\n${problems.map((each) => `  ${each}`).join("\n")}`);
  }
  return parsed.data;
}

const cloudSchema = commonSchema.pick({ CLOUD: true, ENTRA_AUTHORITY: true, GRAPH_BASE_URL: true });

/** What follows from the cloud alone, for commands that need no other setting. Throws as `parseSettings` does. */
export function parseCloudSettings(environment: NodeJS.ProcessEnv): CloudSettings {
  return withCloud(cloudSchema.parse(withoutEmpty(environment)));
}

function withCloud<T extends z.infer<typeof cloudSchema>>(environment: T): T & CloudSettings {
  const { graph, authority, federation } = clouds[environment.CLOUD];
  return {
    ...environment,
    ENTRA_AUTHORITY: environment.ENTRA_AUTHORITY ?? authority,
    GRAPH_BASE_URL: environment.GRAPH_BASE_URL ?? graph,
    graphScope: `${graph}/.default`,
    federationScope: `${federation}/.default`,
  };
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}

/** In Azure everything is Microsoft's own, of the one cloud, and on TLS; anything else is a mistake or an attack. */
function problemsInAzure(variables: NodeJS.ProcessEnv): string[] {
  if (variables["WEBSITE_SITE_NAME"] === undefined) return [];
  const problems: string[] = [];
  for (const name of ["MANAGED_IDENTITY_CLIENT_ID", "TRANSIENT_BLOB_ENDPOINT"]) {
    if (variables[name] === undefined) problems.push(`${name}: needed in Azure`);
  }
  for (const name of ["RUN_LEASE_MS", "RUN_SILENT_AFTER_MS"]) {
    if (variables[name] !== undefined) problems.push(`${name}: in Azure the times of runs are the product's own`);
  }
  if (variables["SIGN_IN_ENDPOINT"] !== undefined) {
    problems.push("SIGN_IN_ENDPOINT: in Azure people sign in at the authority of CLOUD");
  }
  const cloud = cloudSchema.safeParse(variables).data;
  const own = cloud && clouds[cloud.CLOUD];
  if (own && cloud.ENTRA_AUTHORITY !== undefined && cloud.ENTRA_AUTHORITY !== own.authority) {
    problems.push("ENTRA_AUTHORITY: in Azure only the authority of CLOUD is accepted");
  }
  if (own && cloud.GRAPH_BASE_URL !== undefined && cloud.GRAPH_BASE_URL !== own.graph) {
    problems.push("GRAPH_BASE_URL: in Azure only the endpoint of CLOUD is accepted");
  }
  for (const name of ["COSMOS_ENDPOINT", "BLOB_ENDPOINT", "TRANSIENT_BLOB_ENDPOINT", "PORTAL_URL"]) {
    if (variables[name]?.startsWith("http://")) problems.push(`${name}: in Azure only https is accepted`);
  }
  return problems;
}
