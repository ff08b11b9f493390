import type { TokenCredential } from "@azure/identity";
import type { DirectoryClient } from "../../src/domain/graph/directory-client.ts";
import type { CloudSettings } from "../../src/settings.ts";
import { applySetup } from "./apply-setup.ts";
import { checkName, type DeploymentValues } from "./azd-environment.ts";
import type { DesiredApplication } from "./desired-application.ts";
import { observeDirectory } from "./observe-directory.ts";
import { planSetup } from "./plan-setup.ts";
import type { SetupPlan } from "./setup-plan.ts";
import { SetupProblem } from "./setup-problem.ts";
import { signInToDirectory } from "./sign-in-to-directory.ts";
import { toConsentAddresses } from "./to-consent-addresses.ts";
import { toDesiredApplications } from "./to-desired-applications.ts";

export type SetupDeps = {
  readonly client: DirectoryClient;
  readonly credential: TokenCredential;
  readonly cloud: CloudSettings;
  readonly values: DeploymentValues;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
};

export type SetupOptions = { readonly apply: boolean; readonly prune: boolean };

/**
 * Prints what is missing in the directory and in the environment and, when it is to be applied, makes that and nothing
 * else. A second run finds nothing missing. Throws a SetupProblem or a Fault.
 */
export async function runSetup(deps: SetupDeps, { apply, prune }: SetupOptions): Promise<void> {
  const { client, values, print, signal, cloud } = deps;
  const tenantId = await signInToDirectory(deps.credential, cloud.graphScope, values.valueOf("AZURE_TENANT_ID"));
  const allowed = values.valueOf("ALLOWED_TENANTS");
  const desired = toDesiredApplications({
    // An environment that takes another one's place works on that one's registrations: customers consented to those.
    environment: checkName(values.valueOf("REGISTRATIONS_OF") ?? values.environment),
    cloud,
    tenantId,
    allowedTenants: allowed?.split(",").map((id) => id.trim()),
    portalUrl: values.valueOf("PORTAL_URL"),
    principalIds: { worker: values.valueOf("WORKER_PRINCIPAL_ID"), http: values.valueOf("HTTP_PRINCIPAL_ID") },
  });
  const observed = await observeDirectory(client, desired, signal);
  const plan = planSetup(desired, observed, { prune });
  const missing = (appIds: ReadonlyMap<string, string>) => missingSettings(desired, appIds, tenantId, values);
  const before = missing(new Map([...observed.applications].map(([name, { appId }]) => [name, appId])));
  print(`Directory ${tenantId}, environment ${values.environment}.`);
  printPlan(plan, before, print);
  if (plan.refusals.length > 0) throw new SetupProblem(plan.refusals.join("\n"));
  if (!apply) {
    if (plan.steps.length + before.length > 0) print("Nothing was changed. To do it: npm run entra:setup -- --apply");
    return;
  }
  const appIds = await applySetup({ client, signal, print }, plan, observed);
  await keep(values, missing(appIds), print);
  for (const line of toConsentAddresses(cloud.ENTRA_AUTHORITY, desired, appIds)) print(line);
}

type Print = SetupDeps["print"];

function printPlan({ steps, notes }: SetupPlan, missing: readonly MissingSetting[], print: Print): void {
  if (steps.length === 0) print("The directory is as it should be.");
  if (steps.length + missing.length > 0) print("To do:");
  for (const { says } of steps) print(`  - ${says}`);
  if (missing.length > 0) print(`  - keep in the environment: ${missing.map(({ name }) => name).join(", ")}`);
  for (const note of notes) print(`Note: ${note}`);
}

async function keep(values: DeploymentValues, missing: readonly MissingSetting[], print: Print): Promise<void> {
  const left: string[] = [];
  for (const { name, value = "" } of missing) {
    if (await values.set(name, value)) print(`  done: keep ${name}=${value}`);
    else left.push(`  ${name}=${value}`);
  }
  if (left.length === 0) return;
  print("azd was not found, so nothing keeps these ids. Set them where you deploy from, for example with azd env set:");
  for (const line of left) print(line);
}

/** A value that the deployment's environment lacks or has otherwise. Undefined: known when the application exists. */
type MissingSetting = { readonly name: string; readonly value: string | undefined };

/** What the deployment needs to know of the registrations, as far as its environment does not say so already. */
function missingSettings(
  desired: readonly DesiredApplication[],
  appIds: ReadonlyMap<string, string>,
  tenantId: string,
  values: Pick<DeploymentValues, "valueOf">,
): readonly MissingSetting[] {
  const ids = desired.map(({ setting, uniqueName }) => ({ name: setting, value: appIds.get(uniqueName) }));
  // Who may call is a person's decision; nobody made it yet.
  const callers = values.valueOf("ALLOWED_TENANTS") === undefined ? [{ name: "ALLOWED_TENANTS", value: tenantId }] : [];
  return [...ids, ...callers].filter(({ name, value }) => value === undefined || values.valueOf(name) !== value);
}
