import { graphAppId } from "../../config/graph-contracts/directory-objects.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import { accessOf, graphAccessOf, nameOf, surplusOf, withGraph } from "./graph-access.ts";
import type { ObservedApplication } from "./observe-directory.ts";
import type { PlanContext, SetupStep } from "./setup-plan.ts";

type DesiredChange = { readonly says: string; readonly body: JsonObject };

/** One write for everything that an existing application lacks; lists keep what others put into them. */
export function planChanges(
  desired: DesiredApplication,
  observed: ObservedApplication,
  context: PlanContext,
): SetupStep[] {
  const wanted = [
    ...changedAudience(desired, observed),
    ...changedApi(desired, observed),
    ...changedLists(desired, observed),
    ...changedRedirects(desired, observed, context),
    ...changedClaims(desired, observed),
    ...changedGroups(desired, observed),
    ...changedPermissions(desired, observed, context),
  ];
  if (wanted.length === 0) return [];
  const body = Object.assign({}, ...wanted.map((each) => each.body)) as JsonObject;
  return [
    changeStep(
      desired,
      wanted.map(({ says }) => says),
      () => body,
    ),
  ];
}

export function changeStep(
  application: DesiredApplication,
  what: readonly string[],
  toBody: SetupStep["toBody"],
): SetupStep {
  return {
    does: "change application",
    application,
    says: `change ${application.uniqueName}: ${what.join(", ")}`,
    toBody,
  };
}

function changedAudience({ signInAudience }: DesiredApplication, observed: ObservedApplication): DesiredChange[] {
  if (observed.signInAudience === signInAudience) return [];
  return [{ says: `audience ${signInAudience}`, body: { signInAudience } }];
}

/** Only groups that are assigned to the application: https://learn.microsoft.com/entra/identity-platform/optional-claims */
function changedGroups({ groupClaims }: DesiredApplication, observed: ObservedApplication): DesiredChange[] {
  if (groupClaims === undefined || observed.groupMembershipClaims === groupClaims) return [];
  return [{ says: `claims of groups ${groupClaims}`, body: { groupMembershipClaims: groupClaims } }];
}

function changedApi({ scopes }: DesiredApplication, { api }: ObservedApplication): DesiredChange[] {
  const stored = api?.oauth2PermissionScopes ?? [];
  const missing = scopes.filter(({ value }) => !stored.some((each) => each.value === value));
  const isVersion2 = api?.requestedAccessTokenVersion === 2;
  if (missing.length === 0 && isVersion2) return [];
  const says = [...missing.map(({ value }) => `scope ${value}`), ...(isVersion2 ? [] : ["tokens of version 2"])].join(
    ", ",
  );
  const list = missing.length > 0 ? { oauth2PermissionScopes: [...stored, ...missing] as JsonObject[] } : {};
  return [{ says, body: { api: { ...(isVersion2 ? {} : { requestedAccessTokenVersion: 2 }), ...list } } }];
}

function changedLists(desired: DesiredApplication, observed: ObservedApplication): DesiredChange[] {
  const roles = desired.roles.filter(({ value }) => !observed.appRoles.some((each) => each.value === value));
  const address = `api://${observed.appId}`;
  const wanted: DesiredChange[] = [];
  if (roles.length > 0) {
    const says = roles.map(({ value }) => `role ${value}`).join(", ");
    wanted.push({ says, body: { appRoles: [...observed.appRoles, ...roles] as JsonObject[] } });
  }
  if (desired.isApi && !observed.identifierUris.includes(address)) {
    wanted.push({ says: `address ${address}`, body: { identifierUris: [...observed.identifierUris, address] } });
  }
  return wanted;
}

function changedRedirects(
  { redirectUris, spaRedirectUris = [] }: DesiredApplication,
  observed: ObservedApplication,
  { prune }: PlanContext,
): DesiredChange[] {
  const elsewhere = prune && spaRedirectUris.length > 0 ? returnsElsewhere(spaRedirectUris, observed) : [];
  return [
    ...changedList("web", "landing page", { wanted: redirectUris, stored: observed.web?.redirectUris ?? [], gone: [] }),
    ...changedList("spa", "people come back to", {
      wanted: spaRedirectUris,
      stored: observed.spa?.redirectUris ?? [],
      gone: elsewhere,
    }),
  ];
}

type AddressList = Readonly<Record<"wanted" | "stored" | "gone", readonly string[]>>;

function changedList(place: "web" | "spa", what: string, { wanted, stored, gone }: AddressList): DesiredChange[] {
  const missing = wanted.filter((uri) => !stored.includes(uri));
  if (missing.length + gone.length === 0) return [];
  const says = [...missing.map((uri) => `${what} ${uri}`), ...gone.map((uri) => `no longer ${what} ${uri}`)].join(", ");
  const redirectUris = [...stored.filter((uri) => !gone.includes(uri)), ...missing];
  return [{ says, body: { [place]: { redirectUris } } }];
}

/** Addresses beside ours to which browsers bring people's codes. */
export function returnsElsewhere(wanted: readonly string[], { spa }: ObservedApplication): readonly string[] {
  return (spa?.redirectUris ?? []).filter((uri) => !wanted.includes(uri));
}

/** Claims of other tokens are sent along, because nobody says that a part of them stays when another is written. */
function changedClaims(desired: DesiredApplication, { optionalClaims }: ObservedApplication): DesiredChange[] {
  const tokens = [
    { token: "accessToken", names: desired.tokenClaims },
    { token: "idToken", names: desired.idTokenClaims },
  ] as const;
  const wanted = tokens.flatMap(({ token, names }) => {
    const stored = optionalClaims?.[token] ?? [];
    const missing = names.filter((claim) => !stored.some(({ name }) => name === claim));
    return missing.length === 0 ? [] : [{ missing, list: { [token]: [...stored, ...missing.map(toClaim)] } }];
  });
  if (wanted.length === 0) return [];
  const body = { optionalClaims: Object.assign({}, optionalClaims, ...wanted.map(({ list }) => list)) as JsonObject };
  return [{ says: `claim ${wanted.flatMap(({ missing }) => missing).join(", ")}`, body }];
}

/** An optional claim in its plain form. https://learn.microsoft.com/graph/api/resources/optionalclaim */
export function toClaim(name: string): JsonObject {
  return { name, source: null, essential: false, additionalProperties: [] };
}

function changedPermissions(
  desired: DesiredApplication,
  observed: ObservedApplication,
  context: PlanContext,
): DesiredChange[] {
  const wanted = accessOf(desired, context);
  const stored = graphAccessOf(observed);
  const missing = wanted.filter(({ id }) => !stored.some((each) => each.id === id));
  const surplus = context.prune ? surplusOf(desired, observed, context) : [];
  if (missing.length === 0 && surplus.length === 0) return [];
  const kept = stored.filter((each) => !surplus.includes(each));
  const says = [
    ...missing.map(({ id }) => `permission ${nameOf(id, context)}`),
    ...surplus.map(({ id }) => `without permission ${nameOf(id, context)}`),
  ].join(", ");
  const others = observed.requiredResourceAccess.filter(({ resourceAppId }) => resourceAppId !== graphAppId);
  return [{ says, body: { requiredResourceAccess: withGraph(others as JsonObject[], [...kept, ...missing]) } }];
}
