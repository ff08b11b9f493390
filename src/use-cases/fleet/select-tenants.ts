import { Fault } from "../../domain/error/fault.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";

/** Tenants by id, or by labels, of which each has one; neither: all. */
export type FleetSelection = {
  readonly tenants?: readonly TenantId[] | undefined;
  readonly labels?: readonly string[] | undefined;
};

/**
 * The tenants that a fleet is for, decided when it starts: a label that is given later changes no fleet. Undefined for all.
 * Fault `unknown_tenants` when no tenant has one of the labels.
 */
export async function selectTenants(
  { aggregation }: { readonly aggregation: Pick<Aggregation, "tenantIds"> },
  { tenants, labels }: FleetSelection,
): Promise<readonly TenantId[] | undefined> {
  if (!labels) return tenants;
  const labelled = await aggregation.tenantIds(labels);
  if (labelled.length > 0) return labelled;
  throw new Fault("unknown_tenants", `No tenant has the label ${labels.join(" or ")}.`, { target: "labels" });
}
