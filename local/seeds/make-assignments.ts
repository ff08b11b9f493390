import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { SeedTenant } from "./seed-tenant.ts";

/** Graph's own ids for everybody and every device. App protection names them as if they were groups. */
export const allUsersId = "acacacac-9df4-4c7d-9d50-4ef0226f57a9";
const allDevicesId = "adadadad-808e-44e2-905a-0b7873a8a531";

const noFilter = {
  deviceAndAppManagementAssignmentFilterId: null,
  deviceAndAppManagementAssignmentFilterType: "none",
};

type Target = { readonly id: string; readonly target: JsonObject };

/** Which policy is assigned: filters fit its platform only; app protection knows no target but groups. */
export type Assigned = {
  readonly policyId: string;
  readonly filterPlatform?: string;
  readonly groupsOnly?: boolean;
  /** What assignments of this type carry besides id and target. */
  readonly extra?: JsonObject;
};

/** Assignments of one policy; one policy in five has none. */
export function makeAssignments(tenant: SeedTenant, assigned: Assigned): JsonObject[] {
  if (tenant.random.chance(20)) return [];
  return targetsOf(tenant, assigned).map(({ id, target }) => ({
    id: `${assigned.policyId}_${id}`,
    ...assigned.extra,
    target,
  }));
}

function targetsOf(tenant: SeedTenant, assigned: Assigned): readonly Target[] {
  const { random } = tenant;
  const [first = "", ...others] = random.sample(tenant.groupIds, random.integer(1, 4));
  const excluded = others.slice(0, 1).map(toExclusion);
  if (random.chance(40)) return [everyone(tenant, assigned), ...excluded];
  const included = [first, ...others.slice(1)].map((groupId) => toInclusion(tenant, assigned, groupId));
  return [...included, ...excluded];
}

function everyone(tenant: SeedTenant, assigned: Assigned): Target {
  if (assigned.groupsOnly) return toInclusion(tenant, assigned, allUsersId);
  const filter = filterOf(tenant, assigned);
  if (tenant.random.chance(50)) {
    return {
      id: allUsersId,
      target: { "@odata.type": "#microsoft.graph.allLicensedUsersAssignmentTarget", ...filter },
    };
  }
  return { id: allDevicesId, target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget", ...filter } };
}

function toInclusion(tenant: SeedTenant, assigned: Assigned, groupId: string): Target {
  const filter = filterOf(tenant, assigned);
  return { id: groupId, target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", ...filter, groupId } };
}

/** Exclusions carry no filter (graph.md 2.7). */
function toExclusion(groupId: string): Target {
  return {
    id: groupId,
    target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget", ...noFilter, groupId },
  };
}

function filterOf({ random, filters }: SeedTenant, { filterPlatform }: Assigned): JsonObject {
  const fitting = filters.filter(({ platform }) => platform === filterPlatform);
  if (fitting.length === 0 || random.chance(70)) return noFilter;
  return {
    deviceAndAppManagementAssignmentFilterId: random.pick(fitting).id,
    deviceAndAppManagementAssignmentFilterType: random.pick(["include", "exclude"]),
  };
}
