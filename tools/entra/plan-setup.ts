import { type DesiredApplication, madeByTag } from "./desired-application.ts";
import type { ObservedApplication, ObservedDirectory } from "./observe-directory.ts";
import { planChanges } from "./plan-changes.ts";
import { planCreation } from "./plan-creation.ts";
import { planPreAuthorization } from "./plan-pre-authorization.ts";
import type { PlanContext, PlanOptions, SetupPlan, SetupStep } from "./setup-plan.ts";
import { toRemarks } from "./to-remarks.ts";

/** What is missing, and nothing else: an application that is as it should be has no step. A pure function. */
export function planSetup(
  desired: readonly DesiredApplication[],
  { applications, permissionIds, delegatedIds }: ObservedDirectory,
  { prune }: PlanOptions,
): SetupPlan {
  const context = { permissionIds, delegatedIds, prune };
  const plans = desired.map((each) => planOne(each, applications.get(each.uniqueName), context));
  const refusals = plans.flatMap((plan) => plan.refusals);
  // All or nothing: half a set-up around somebody else's registration helps nobody.
  const later = desired.flatMap((each) => planPreAuthorization(each, { applications }));
  const steps = refusals.length > 0 ? [] : [...plans.flatMap((plan) => plan.steps), ...later];
  return { steps, notes: plans.flatMap((plan) => plan.notes), refusals };
}

function planOne(
  desired: DesiredApplication,
  observed: ObservedApplication | undefined,
  context: PlanContext,
): SetupPlan {
  if (observed && !observed.tags.includes(madeByTag)) {
    const who = `${desired.uniqueName} exists (application id ${observed.appId}) and was not made by this command.`;
    const advice = `Choose another environment name, or hand it over by adding the tag ${madeByTag} to it.`;
    return { steps: [], notes: [], refusals: [`${who} ${advice}`] };
  }
  if (observed && !desired.isAudienceDecided && observed.signInAudience !== desired.signInAudience) {
    const who = `${desired.uniqueName} lets people of other directories call, and this environment does not say whose.`;
    return { steps: [], notes: [], refusals: [`${who} Say it: azd env set ALLOWED_TENANTS id,id.`] };
  }
  const steps = observed ? planChanges(desired, observed, context) : planCreation(desired, context);
  if (!observed?.hasPrincipal) steps.push(principal(desired));
  steps.push(...trust(desired, observed));
  return {
    steps,
    notes: toRemarks(desired, observed, context),
    refusals: [],
  };
}

function principal(application: DesiredApplication): SetupStep {
  return {
    does: "make principal",
    application,
    says: `make the service principal of ${application.uniqueName}`,
    // The tag shows it to administrators among the enterprise applications.
    toBody: () => ({ tags: ["WindowsAzureActiveDirectoryIntegratedApp"] }),
  };
}

function trust(application: DesiredApplication, observed: ObservedApplication | undefined): SetupStep[] {
  const { trusts, uniqueName } = application;
  if (!trusts) return [];
  const { name, ...wanted } = trusts;
  const stored = observed?.credentials.find((each) => each.name === name);
  const isSame = stored?.issuer === wanted.issuer && stored.subject === wanted.subject;
  if (isSame && stored.audiences.join() === wanted.audiences.join()) return [];
  const instead = stored ? `, no longer ${stored.subject}` : "";
  const says = `let the identity ${wanted.subject} sign in as ${uniqueName}${instead}`;
  return [{ does: "trust identity", application, says, toBody: () => ({ ...wanted }) }];
}
