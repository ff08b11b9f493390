import type { DeploymentValues } from "./azd-environment.ts";
import type { DesiredApplication } from "./desired-application.ts";

/** A value that the deployment's environment lacks or has otherwise. Undefined: known when the application exists. */
export type MissingSetting = { readonly name: string; readonly value: string | undefined };

/** What the deployment needs to know of the registrations, as far as its environment does not say so already. */
export function missingSettings(
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
