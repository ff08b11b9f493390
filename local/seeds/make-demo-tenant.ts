import { makeRandom } from "@tenantpilot/embedded-azure/random";
import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { makeConditionalAccessPolicy, makeNamedLocation } from "./conditional-access.ts";
import { makeAndroidAppProtection, makeIosAppProtection } from "./make-app-protection.ts";
import { makeCompliancePolicy } from "./make-compliance-policy.ts";
import { makeConfigurationPolicy } from "./make-configuration-policy.ts";
import { makeDeviceConfiguration } from "./make-device-configuration.ts";
import { makeDriverUpdateProfile } from "./make-driver-update-profile.ts";
import { makeGroupPolicyConfiguration } from "./make-group-policy-configuration.ts";
import { makeHealthScript, makeManagementScript } from "./make-scripts.ts";
import type { SeedObject, SeedTenant } from "./seed-tenant.ts";
import { makeSingletons } from "./singletons.ts";
import { makeAssignmentFilter, makeGroup, makeRoleScopeTag } from "./tenant-admin.ts";

const usualSize = 150;

/** How many objects of a tenant of 150 are in each collection; what is left over are Settings Catalog policies. */
const shares = { groups: 24, roleScopeTags: 5, assignmentFilters: 8, namedLocations: 8 };

type Policies = {
  readonly collectionPath: string;
  readonly share: number;
  readonly make: (tenant: SeedTenant, index: number) => JsonObject;
};

const policies: readonly Policies[] = [
  { collectionPath: "/deviceManagement/deviceConfigurations", share: 16, make: makeDeviceConfiguration },
  { collectionPath: "/deviceManagement/deviceCompliancePolicies", share: 9, make: makeCompliancePolicy },
  { collectionPath: "/deviceManagement/deviceManagementScripts", share: 8, make: makeManagementScript },
  { collectionPath: "/deviceManagement/deviceHealthScripts", share: 8, make: makeHealthScript },
  { collectionPath: "/deviceManagement/groupPolicyConfigurations", share: 8, make: makeGroupPolicyConfiguration },
  { collectionPath: "/deviceManagement/windowsDriverUpdateProfiles", share: 4, make: makeDriverUpdateProfile },
  { collectionPath: "/deviceAppManagement/iosManagedAppProtections", share: 3, make: makeIosAppProtection },
  { collectionPath: "/deviceAppManagement/androidManagedAppProtections", share: 3, make: makeAndroidAppProtection },
  { collectionPath: "/identity/conditionalAccess/policies", share: 8, make: makeConditionalAccessPolicy },
];

/**
 * Everything one tenant holds, the same for the same seed. `objects` is how many in all, 150 by default,
 * 50 to 20,000; the mix stays the same. References name objects of the tenant only.
 */
export function makeDemoTenant(seed: number, options: { objects?: number } = {}): SeedObject[] {
  const total = options.objects ?? usualSize;
  if (total < 50) throw new RangeError(`A demo tenant has at least 50 objects, not ${total}`);
  const { tenant, objects } = makeFoundation(seed, total);
  for (const { collectionPath, share, make } of policies) {
    objects.push(
      ...placed(
        collectionPath,
        times(countOf(share, total), (index) => make(tenant, index)),
      ),
    );
  }
  const singletons = makeSingletons(tenant.random);
  const left = times(total - objects.length - singletons.length, (index) => makeConfigurationPolicy(tenant, index));
  return [...objects, ...singletons, ...placed("/deviceManagement/configurationPolicies", left)];
}

/** What policies point at: groups, scope tags, filters and locations. */
function makeFoundation(seed: number, total: number): { tenant: SeedTenant; objects: SeedObject[] } {
  const random = makeRandom(seed);
  const groups = times(countOf(shares.groups, total), (index) => makeGroup(random, index));
  const groupIds = groups.map(idOf);
  const tags = times(countOf(shares.roleScopeTags, total), (index) => makeRoleScopeTag(random, index, groupIds));
  const filters = times(countOf(shares.assignmentFilters, total), (index) => makeAssignmentFilter(random, index));
  const locations = times(countOf(shares.namedLocations, total), (index) => makeNamedLocation(random, index));
  const objects = [
    ...placed("/groups", groups),
    ...placed("/deviceManagement/roleScopeTags", tags),
    ...placed("/deviceManagement/assignmentFilters", filters),
    ...placed("/identity/conditionalAccess/namedLocations", locations),
  ];
  const tenant = {
    random,
    groupIds,
    scopeTagIds: tags.map(idOf),
    filters: filters.map((filter) => ({ id: idOf(filter), platform: textOf(filter["platform"]) })),
    locationIds: locations.map(idOf),
  };
  return { tenant, objects };
}

function countOf(share: number, total: number): number {
  return Math.max(1, Math.round((share * total) / usualSize));
}

function times(count: number, make: (index: number) => JsonObject): JsonObject[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function placed(collectionPath: string, objects: readonly JsonObject[]): SeedObject[] {
  return objects.map((object) => ({ collectionPath, object }));
}

function idOf(object: JsonObject): string {
  return textOf(object["id"]);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
