import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { withOverrides } from "./host-json-overrides.ts";
import { parseTimeSpan } from "./time-span.ts";

const timeSpan = z.string().transform(parseTimeSpan);

// The defaults are those of the Functions host and its extensions
// (https://learn.microsoft.com/azure/azure-functions/functions-host-json); what is not read here is ignored, as there.
const hostJson = z.object({
  functionTimeout: timeSpan.default(30 * 60_000),
  extensions: z
    .object({
      http: z.object({ routePrefix: z.string().default("api") }).prefault({}),
      serviceBus: z
        .object({
          maxConcurrentCalls: z.int().positive().default(16),
          autoCompleteMessages: z.boolean().default(true),
          maxAutoLockRenewalDuration: timeSpan.default(5 * 60_000),
        })
        .prefault({}),
      durableTask: z
        .object({
          hubName: z.string().default("TestHubName"),
          defaultVersion: z.string().optional(),
          versionMatchStrategy: z.enum(["None", "Strict", "CurrentOrOlder"]).default("CurrentOrOlder"),
          versionFailureStrategy: z.enum(["Reject", "Fail"]).default("Reject"),
          maxConcurrentActivityFunctions: z.int().positive().default(10),
          maxConcurrentOrchestratorFunctions: z.int().positive().default(10),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type HostJson = z.infer<typeof hostJson>;

/** host.json of the app, with what the app settings override. */
export function readHostJson(appRoot: string, env: Readonly<Record<string, string | undefined>>): HostJson {
  const file = join(appRoot, "host.json");
  if (!existsSync(file)) throw new Error(`${appRoot} has no host.json: it is no function app.`);
  return hostJson.parse(withOverrides(JSON.parse(readFileSync(file, "utf8")), env));
}
