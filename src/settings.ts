import { z } from "zod";

const trueEndpoint = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const guid = z.guid().transform((id) => id.toLowerCase());

const environmentSchema = z.object({
  /** Which functions register: the start surfaces and reads, or queues, timers, workflows and activities. */
  APP_PART: z.enum(["http", "worker"]),
  COSMOS_ENDPOINT: trueEndpoint,
  COSMOS_DATABASE: z.string().min(1).default("tenantpilot"),
  /** `host` or `host:port`; the Service Bus trigger reads the same setting. */
  SERVICE_BUS__fullyQualifiedNamespace: z.string().min(1),
  BLOB_ENDPOINT: trueEndpoint,
  ENTRA_AUTHORITY: trueEndpoint.default("https://login.microsoftonline.com"),
  GRAPH_BASE_URL: trueEndpoint.default("https://graph.microsoft.com"),
  /** Where people look at runs; `viewUrl` starts with it. */
  PORTAL_URL: trueEndpoint,
  /** Audience of the access tokens that callers present. */
  API_AUDIENCE: z.string().min(1),
  /** Home tenants of callers, separated by commas. */
  ALLOWED_TENANTS: z
    .string()
    .transform((list) => list.split(",").map((id) => id.trim().toLowerCase()))
    .pipe(z.array(guid).min(1)),
  /** Client id of this app's user-assigned identity; without it the Azure CLI's sign-in is used (outside Azure only). */
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  /** Application that reads customer tenants; the worker presents its identity's token as its credential. */
  GRAPH_READ_APP_ID: guid.optional(),
  GRAPH_WRITE_APP_ID: guid.optional(),
  /** NCRONTAB of the reconciler's timer, in UTC. */
  RECONCILER_SCHEDULE: z.string().default("0 * * * * *"),
  /** NCRONTAB of the timer that starts what snapshot schedules say, in UTC; the schedules have zones of their own. */
  SCHEDULES_SCHEDULE: z.string().default("0 * * * * *"),
  /** NCRONTAB of the timer that purges what the database cannot let go by itself, in UTC. */
  RETENTION_SCHEDULE: z.string().default("0 17 3 * * *"),
  /** Requests of one caller: so many each second, and so many at once after a rest. Counted in each process. */
  RATE_LIMIT_PER_SECOND: z.coerce.number().positive().default(20),
  RATE_LIMIT_BURST: z.coerce.number().int().min(1).default(500),
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

export type Settings = z.infer<typeof environmentSchema>;

/**
 * Reads the settings from the environment. Throws one Error that lists every problem, so that a wrong deployment is
 * mended in one go. None of the settings is a secret.
 */
export function parseSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  const problems = parsed.success
    ? problemsOf(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (!parsed.success || problems.length > 0) {
    throw new Error(`The application's settings are not complete:\n${problems.map((each) => `  ${each}`).join("\n")}`);
  }
  return parsed.data;
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}

// In Azure everything is Microsoft's own and on TLS; anything else is a mistake or an attack.
const microsoftAuthorities = [
  "https://login.microsoftonline.com",
  "https://login.microsoftonline.us",
  "https://login.partner.microsoftonline.cn",
];

function problemsOf(settings: Settings): string[] {
  const { APP_PART, GRAPH_READ_APP_ID, MANAGED_IDENTITY_CLIENT_ID, WEBSITE_SITE_NAME } = settings;
  const problems: string[] = [];
  if (APP_PART === "worker" && !GRAPH_READ_APP_ID) problems.push("GRAPH_READ_APP_ID: the worker needs it");
  if (WEBSITE_SITE_NAME === undefined) return problems;
  if (!MANAGED_IDENTITY_CLIENT_ID) problems.push("MANAGED_IDENTITY_CLIENT_ID: needed in Azure");
  if (!microsoftAuthorities.includes(settings.ENTRA_AUTHORITY)) {
    problems.push("ENTRA_AUTHORITY: in Azure only an authority of Microsoft is accepted");
  }
  for (const name of ["COSMOS_ENDPOINT", "BLOB_ENDPOINT", "GRAPH_BASE_URL", "PORTAL_URL"] as const) {
    if (!settings[name].startsWith("https://")) problems.push(`${name}: in Azure only https is accepted`);
  }
  return problems;
}
