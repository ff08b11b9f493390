import type { SeedObject } from "./seed-tenant.ts";

/**
 * The subscription of a demo tenant: Intune and Entra ID P1, by the names and ids of
 * https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
 */
export function makeSubscription(tenantId: string): SeedObject {
  const skuId = "efccb6f7-5641-4e0e-bd10-b4976e1bf68e";
  const plan = (servicePlanName: string, servicePlanId: string) => ({
    servicePlanId,
    servicePlanName,
    provisioningStatus: "Success",
    appliesTo: "User",
  });
  return {
    collectionPath: "/subscribedSkus",
    object: {
      id: `${tenantId}_${skuId}`,
      accountId: tenantId,
      appliesTo: "User",
      capabilityStatus: "Enabled",
      consumedUnits: 140,
      prepaidUnits: { enabled: 150, suspended: 0, warning: 0, lockedOut: 0 },
      skuId,
      skuPartNumber: "EMS",
      servicePlans: [
        plan("INTUNE_A", "c1ec4a95-1f05-45b3-a911-aa3fa01094f5"),
        plan("AAD_PREMIUM", "41781fb2-bc02-4b7c-bd55-b576c07bb09d"),
      ],
    },
  };
}
