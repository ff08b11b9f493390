import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { type DesiredApplication, madeByTag } from "./desired-application.ts";
import { accessOf, withGraph } from "./graph-access.ts";
import { changeStep, toClaim } from "./plan-changes.ts";
import type { PlanContext, SetupStep } from "./setup-plan.ts";

/** Everything about an application that does not exist. */
export function planCreation(desired: DesiredApplication, context: PlanContext): SetupStep[] {
  const { displayName, signInAudience, scopes, roles, redirectUris, spaRedirectUris } = desired;
  const body: JsonObject = {
    displayName,
    signInAudience,
    tags: [madeByTag],
    api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: scopes },
    ...toOptionalClaims(desired),
    ...(desired.groupClaims ? { groupMembershipClaims: desired.groupClaims } : {}),
    appRoles: roles,
    requiredResourceAccess: withGraph([], accessOf(desired, context)),
    web: { redirectUris },
    ...(spaRedirectUris ? { spa: { redirectUris: spaRedirectUris } } : {}),
  };
  const says = `make the application ${desired.uniqueName}: ${describe(desired)}`;
  const make: SetupStep = { does: "make application", application: desired, says, toBody: () => body };
  if (!desired.isApi) return [make];
  // Its address contains its id, which the directory chooses.
  return [
    make,
    changeStep(desired, ["address api:// and its id"], (appId) => ({ identifierUris: [`api://${appId}`] })),
  ];
}

function toOptionalClaims({ tokenClaims, idTokenClaims }: DesiredApplication): JsonObject {
  const optionalClaims = {
    ...(tokenClaims.length > 0 ? { accessToken: tokenClaims.map(toClaim) } : {}),
    ...(idTokenClaims.length > 0 ? { idToken: idTokenClaims.map(toClaim) } : {}),
  };
  return Object.keys(optionalClaims).length > 0 ? { optionalClaims } : {};
}

function describe(desired: DesiredApplication): string {
  const { scopes, roles, permissions, delegated, signInAudience, spaRedirectUris = [] } = desired;
  return [
    signInAudience === "AzureADMultipleOrgs" ? "for every tenant" : "for this tenant",
    ...scopes.map(({ value }) => `scope ${value}`),
    ...roles.map(({ value }) => `role ${value}`),
    ...spaRedirectUris.map((uri) => `people come back to ${uri}`),
    ...(permissions.length > 0 ? [`${permissions.length} permissions of Microsoft Graph`] : []),
    ...delegated.map((name) => `permission ${name} in a person's name`),
  ].join(", ");
}
