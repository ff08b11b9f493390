import { type DesiredApplication, type Trustee, trustNameOf } from "./desired-application.ts";
import { nameOf, surplusOf } from "./graph-access.ts";
import type { ObservedApplication } from "./observe-directory.ts";
import { returnsElsewhere } from "./plan-changes.ts";
import type { PlanContext } from "./setup-plan.ts";

/** What a person should know about an application: what stands beside ours and is left alone, and what can only come later. */
export function toRemarks(
  desired: DesiredApplication,
  observed: ObservedApplication | undefined,
  context: PlanContext,
): string[] {
  const remarks = [...(observed ? besideOurs(desired, observed, context) : []), ...later(desired, observed, context)];
  return remarks.map((remark) => `${desired.uniqueName} ${remark}`);
}

function besideOurs(desired: DesiredApplication, observed: ObservedApplication, context: PlanContext): string[] {
  const remarks: string[] = [];
  const surplus = context.prune ? [] : surplusOf(desired, observed, context);
  if (surplus.length > 0) {
    const names = surplus.map(({ id }) => nameOf(id, context)).join(", ");
    remarks.push(`asks for more of Microsoft Graph than any contract needs: ${names}. --prune takes it away.`);
  }
  const ours = desired.trustee && trustNameOf(desired.trustee);
  const others = observed.credentials.filter(({ name }) => name !== ours);
  if (others.length > 0) remarks.push(`trusts others too: ${others.map(({ name }) => name).join(", ")}.`);
  const returns = desired.spaRedirectUris ?? [];
  const elsewhere = context.prune || returns.length === 0 ? [] : returnsElsewhere(returns, observed);
  if (elsewhere.length > 0) {
    const who = "Whoever is there gets their tokens; --prune takes it away.";
    remarks.push(`sends people back elsewhere too: ${elsewhere.join(", ")}. ${who}`);
  }
  const secrets = observed.passwordCredentials.length + observed.keyCredentials.length;
  if (secrets > 0) remarks.push(`has ${secrets} secrets or certificates, which TenantPilot never uses.`);
  return remarks;
}

function later(desired: DesiredApplication, observed: ObservedApplication | undefined, context: PlanContext): string[] {
  const lacking = [
    ...desired.permissions.filter((name) => !context.permissionIds.has(name)),
    ...desired.delegated.filter((name) => !context.delegatedIds.has(name)),
  ];
  const remarks = lacking.map(
    (name) => `cannot ask for ${name}: Microsoft Graph has no such permission in this cloud.`,
  );
  const { trustee, trusts } = desired;
  const isTrusting = observed?.credentials.some(({ name }) => trustee !== null && name === trustNameOf(trustee));
  if (trustee !== null && trusts === undefined && !isTrusting) remarks.push(waitsFor[trustee]);
  if (desired.spaRedirectUris?.length === 0) {
    remarks.push("signs nobody in yet: set PORTAL_URL to the https address of the http app.");
  }
  return remarks;
}

const waitsFor: Readonly<Record<Trustee, string>> = {
  worker: "lets nobody sign in yet: the worker's identity is known after the first azd up.",
  http: "cannot search groups for people yet: the http app's identity is known after the first azd up.",
};
