import type { SubscribedSku } from "@microsoft/microsoft-graph-types-beta";
import type { KnownLicence } from "../../src/domain/readiness/known-licence.ts";
import { licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { documented } from "./evidence.ts";

/**
 * What the check of a tenant reads beside its objects. Facts of the tenant, no configuration: not in the registry, so never
 * in an inventory or a snapshot.
 */
export const subscribedSku = defineContract<SubscribedSku>({
  key: "subscribedSku",
  displayName: "Subscription",
  platformGroup: "tenant",
  version: "v1.0",
  // https://learn.microsoft.com/graph/api/subscribedsku-list
  path: "/subscribedSkus",
  evidence: { path: documented },
  serviceGroup: "directory",
  fixedOdataType: "#microsoft.graph.subscribedSku",
  nameProperty: "skuPartNumber",
  risk: "low",
  restore: "none",
  snapshot: { none: "A fact of the tenant, no configuration." },
  // LicenseAssignment.Read.All would be enough, and one more to consent to: names of groups need this one anyway.
  permissions: { read: ["Directory.Read.All"], write: [] },
});

export const tenantFacts = [subscribedSku];

/**
 * Licences that object types need, by their service plans:
 * https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference. No names are on record for Remote Help
 * and Cloud PKI alone, so nothing is said of them.
 */
export const licencePlans: readonly KnownLicence[] = [
  {
    plan: licences.intune,
    servicePlans: /^INTUNE_(A|EDU)$/,
    coversIntune: true,
  },
  { plan: licences.entraP1, servicePlans: /^AAD_PREMIUM(_P2)?$/, coversIntune: false },
  {
    plan: licences.windowsEnterprise,
    servicePlans: /^(WIN10_PRO_ENT_SUB|WINDOWSUPDATEFORBUSINESS_DEPLOYMENTSERVICE)$/,
    coversIntune: false,
  },
  { plan: licences.windows365, servicePlans: /^CPC_/, coversIntune: false },
];
