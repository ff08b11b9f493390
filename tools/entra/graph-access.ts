import { graphAppId } from "../../config/graph-contracts/directory-objects.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import type { ObservedApplication } from "./observe-directory.ts";
import type { PlanContext } from "./setup-plan.ts";

type Access = { readonly id: string; readonly type: string };

/** What a registration asks of Microsoft Graph, as far as it has that in this cloud. */
export function accessOf(
  { permissions, delegated }: Pick<DesiredApplication, "permissions" | "delegated">,
  { permissionIds, delegatedIds }: PlanContext,
): Access[] {
  return [...idsOf(permissions, permissionIds, "Role"), ...idsOf(delegated, delegatedIds, "Scope")];
}

function idsOf(names: readonly string[], ids: ReadonlyMap<string, string>, type: string): Access[] {
  return names.flatMap((name) => {
    const id = ids.get(name);
    return id === undefined ? [] : [{ id, type }];
  });
}

export function withGraph(others: readonly JsonObject[], access: readonly Access[]): readonly JsonObject[] {
  if (access.length === 0) return others;
  return [...others, { resourceAppId: graphAppId, resourceAccess: access.map(({ id, type }) => ({ id, type })) }];
}

export function graphAccessOf({ requiredResourceAccess }: ObservedApplication): readonly Access[] {
  return requiredResourceAccess
    .filter(({ resourceAppId }) => resourceAppId === graphAppId)
    .flatMap(({ resourceAccess }) => resourceAccess);
}

/** Permissions of Microsoft Graph that an administrator of a customer is asked for and that nothing here needs. */
export function surplusOf(
  desired: DesiredApplication,
  observed: ObservedApplication,
  context: PlanContext,
): readonly Access[] {
  const wanted = new Set(accessOf(desired, context).map(({ id }) => id));
  return graphAccessOf(observed).filter(({ id }) => !wanted.has(id));
}

/** The name of a permission, with whose name it is used in where that is a person's. */
export function nameOf(id: string, { permissionIds, delegatedIds }: PlanContext): string {
  const application = nameIn(permissionIds, id);
  if (application !== undefined) return application;
  const delegated = nameIn(delegatedIds, id);
  return delegated === undefined ? id : `${delegated} in a person's name`;
}

function nameIn(ids: ReadonlyMap<string, string>, id: string): string | undefined {
  return [...ids].find(([, each]) => each === id)?.[0];
}
