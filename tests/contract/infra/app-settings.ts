import { z } from "zod";
import hostSettings from "../../../infra/host-settings.json" with { type: "json" };
import { ofType, type Predicted, readText } from "./predicted.ts";

const siteSchema = z.object({
  siteConfig: z.object({ appSettings: z.array(z.object({ name: z.string(), value: z.string() })) }),
});

/** Keys of the schema in src/settings.ts. */
export const productSettings = [...readText("src/settings.ts").matchAll(/^ {2}([A-Z]\w+): /gm)].map(
  ([, name = ""]) => name,
);

// Azure sets it itself, in every app.
const setByAzure = ["WEBSITE_SITE_NAME"];
// Only where no cloud's own endpoints are meant, on a developer's machine.
const localOnly = ["ENTRA_AUTHORITY", "GRAPH_BASE_URL", "SIGN_IN_ENDPOINT", "RUN_LEASE_MS", "RUN_SILENT_AFTER_MS"];
// The package has the portal where the default says.
const neverSaid = ["PORTAL_FILES"];
// The http app has no timer.
const workerOnly = [
  "RECONCILER_SCHEDULE",
  "SCHEDULES_SCHEDULE",
  "RETENTION_SCHEDULE",
  "AUDIT_SCHEDULE",
  "DEFINITIONS_TENANT",
];
// The worker has no callers.
const httpOnly = ["RATE_LIMIT_PER_SECOND", "RATE_LIMIT_BURST", "PORTAL_APP_ID"];

export function settingsOf(resources: Predicted[], app: string): Map<string, string> {
  const site = ofType(resources, "Microsoft.Web/sites").find(({ tags }) => tags?.["azd-service-name"] === app);
  const { appSettings } = siteSchema.parse(site?.properties).siteConfig;
  return new Map(appSettings.map(({ name, value }) => [name, value]));
}

/** Settings that one side has and the other lacks. */
export function wrongSettings(resources: Predicted[]): string[] {
  return ["http", "worker"].flatMap((app) => {
    const deployed = settingsOf(resources, app);
    const notHere = [...setByAzure, ...localOnly, ...neverSaid, ...(app === "worker" ? httpOnly : workerOnly)];
    const wanted = productSettings.filter((name) => !notHere.includes(name));
    const known = [...wanted, ...Object.keys(hostSettings)];
    const missing = wanted.filter((name) => !deployed.has(name)).map((name) => `${app} lacks ${name}`);
    const unknown = [...deployed.keys()].filter((name) => !known.includes(name));
    const wrongApp = deployed.get("APP_PART") === app ? [] : [`${app} runs as another app`];
    return [...missing, ...unknown.map((name) => `${app} has ${name}, which nobody reads`), ...wrongApp];
  });
}
