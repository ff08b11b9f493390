// npm run entra:setup -- --dry-run | --apply [--environment NAME] [--prune]: the registrations in your own directory that
// a deployment needs. Signs in as whoever the Azure CLI is.
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { AzureCliCredential } from "@azure/identity";
import { makeClock } from "../src/adapters/clock/make-clock.ts";
import { makeDirectoryClient } from "../src/adapters/graph/directory/make-directory-client.ts";
import { openDeploymentValues } from "./entra/azd-environment.ts";
import { cloudOfSetup } from "./entra/cloud-of-setup.ts";
import { runSetup } from "./entra/run-setup.ts";
import { SetupProblem } from "./entra/setup-problem.ts";
import { toAdvice } from "./entra/to-advice.ts";

const usage = "Say one of --dry-run and --apply. More: --environment NAME, --prune.";
const root = fileURLToPath(new URL("..", import.meta.url));

async function main(): Promise<void> {
  const options = readOptions();
  const values = await openDeploymentValues(options.environment, { env: process.env, cwd: root });
  const tenantId = values.valueOf("AZURE_TENANT_ID");
  const credential = new AzureCliCredential(tenantId === undefined ? {} : { tenantId });
  const cloud = cloudOfSetup(values.valueOf("CLOUD"), process.env);
  const clock = makeClock();
  const { GRAPH_BASE_URL: baseUrl, graphScope: scope } = cloud;
  const client = makeDirectoryClient({ baseUrl, scope, source: credential, clock, requestId: randomUUID() });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const signal = new AbortController().signal;
  await runSetup({ client, credential, cloud, values, print, signal }, options);
}

function readOptions() {
  const flag = { type: "boolean", default: false } as const;
  const spec = { "dry-run": flag, apply: flag, prune: flag, environment: { type: "string" } } as const;
  const { values } = parse(() => parseArgs({ options: spec }));
  if (values["dry-run"] === values.apply) throw new SetupProblem(usage);
  return values;
}

function parse<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new SetupProblem(usage, { cause });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${toAdvice(error)}\n`);
  process.exitCode = 1;
}
