import { graphAppId } from "../../config/graph-contracts/directory-objects.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { DesiredApplication } from "./desired-application.ts";
import type { ObservedApplication } from "./observe-directory.ts";
import type { PlanContext } from "./setup-plan.ts";

type Access = { readonly id: string; readonly type: string };

export function accessOf(names: readonly string[], { permissionIds }: PlanContext): Access[] {
  return names.flatMap((name) => {
    const id = permissionIds.get(name);
    return id === undefined ? [] : [{ id, type: "Role" }];
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
  const wanted = new Set(accessOf(desired.permissions, context).map(({ id }) => id));
  return graphAccessOf(observed).filter(({ id }) => !wanted.has(id));
}

export function nameOf(id: string, { permissionIds }: PlanContext): string {
  return [...permissionIds].find(([, each]) => each === id)?.[0] ?? id;
}
