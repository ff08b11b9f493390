import type { WindowsDriverUpdateProfile } from "@microsoft/microsoft-graph-types-beta";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { scopeTagsOf, stampsOf } from "./common-properties.ts";
import { makeAssignments } from "./make-assignments.ts";
import type { GraphObject, SeedTenant } from "./seed-tenant.ts";
import { toName } from "./to-name.ts";

export function makeDriverUpdateProfile(tenant: SeedTenant, index: number): JsonObject {
  const { random } = tenant;
  const isAutomatic = random.chance(60);
  const profile = {
    id: random.guid(),
    displayName: toName("WIN - Drivers", ["Laptops", "Desktops"], index),
    description: null,
    approvalType: isAutomatic ? "automatic" : "manual",
    deviceReporting: random.integer(0, 400),
    newUpdates: random.integer(0, 20),
    deploymentDeferralInDays: isAutomatic ? random.integer(0, 14) : null,
    ...stampsOf(random),
    roleScopeTagIds: scopeTagsOf(tenant),
    inventorySyncStatus: null,
  } satisfies GraphObject<WindowsDriverUpdateProfile>;
  return { ...profile, assignments: makeAssignments(tenant, { policyId: profile.id }) };
}
