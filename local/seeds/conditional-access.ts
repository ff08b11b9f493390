import type {
  CompliantNetworkNamedLocation,
  ConditionalAccessPolicy,
  CountryNamedLocation,
  IpNamedLocation,
} from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { stampsOf } from "./common-properties.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

type Stamps = { createdDateTime: string; modifiedDateTime: string };

export function makeNamedLocation(random: Random, index: number): JsonObject {
  const id = random.guid();
  const stamps = identityStampsOf(random);
  if (index % 2 === 0) return ipLocation(random, index / 2, id, stamps);
  const country = countryLocation(random, (index - 1) / 2, id, stamps);
  return index === 3 ? compliantNetwork(id, stamps) : country;
}

/** Addresses out of the ranges kept for documentation (RFC 5737, RFC 3849). */
function ipLocation(random: Random, index: number, id: string, stamps: Stamps): JsonObject {
  const location = {
    "@odata.type": "#microsoft.graph.ipNamedLocation",
    id,
    ...stamps,
    displayName: toName("Office", ["Berlin", "Madrid", "Oslo"], index),
    isTrusted: random.chance(70),
  } satisfies GraphObject<IpNamedLocation>;
  const ipRanges = [
    { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: `203.0.113.${random.integer(0, 15) * 16}/28` },
    { "@odata.type": "#microsoft.graph.iPv6CidrRange", cidrAddress: `2001:db8:${random.integer(1, 9999)}::/48` },
  ];
  return { ...location, ipRanges };
}

function countryLocation(random: Random, index: number, id: string, stamps: Stamps): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.countryNamedLocation",
    id,
    ...stamps,
    displayName: toName("Countries", ["Home markets", "Travel", "Blocked"], index),
    countriesAndRegions: [
      ...random.sample(["DE", "ES", "FR", "IT", "NL", "NO", "PL", "PT", "SE"], random.integer(1, 5)),
    ],
    includeUnknownCountriesAndRegions: random.chance(20),
    countryLookupMethod: "clientIpAddress",
  } satisfies GraphObject<CountryNamedLocation>;
}

/** Of Global Secure Access; only the beta of Graph shows it. */
function compliantNetwork(id: string, stamps: Stamps): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.compliantNetworkNamedLocation",
    id,
    ...stamps,
    displayName: "All Compliant Network locations",
    compliantNetworkType: "allTenantCompliantNetworks",
    isTrusted: true,
  } satisfies GraphObject<CompliantNetworkNamedLocation>;
}

const topics = ["Require MFA", "Block legacy sign-in", "Require compliant device", "Admins outside office"];

export function makeConditionalAccessPolicy(tenant: SeedTenant, index: number): JsonObject {
  const { random, groupIds, locationIds } = tenant;
  const excludeGroups = [...random.sample(groupIds, 1)];
  const others = groupIds.filter((id) => !excludeGroups.includes(id));
  return {
    id: random.guid(),
    ...identityStampsOf(random),
    displayName: toName("CA", topics, index),
    state: random.pick(["enabled", "disabled", "enabledForReportingButNotEnforced"] as const),
    conditions: {
      clientAppTypes: ["all"],
      signInRiskLevels: [],
      userRiskLevels: [],
      applications: { includeApplications: ["All"], excludeApplications: [], includeUserActions: [] },
      users: {
        includeUsers: [],
        excludeUsers: [],
        includeGroups: [...random.sample(others, random.integer(1, 3))],
        excludeGroups,
      },
      locations: { includeLocations: ["All"], excludeLocations: [...random.sample(locationIds, random.integer(0, 2))] },
      platforms: null,
      // Workload identities: only the beta of Graph shows such a policy.
      ...(index === 2 && { clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] } }),
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"], customAuthenticationFactors: [], termsOfUse: [] },
    sessionControls: null,
  } satisfies GraphObject<ConditionalAccessPolicy>;
}

function identityStampsOf(random: Random): Stamps {
  const { createdDateTime, lastModifiedDateTime } = stampsOf(random);
  return { createdDateTime, modifiedDateTime: lastModifiedDateTime };
}
