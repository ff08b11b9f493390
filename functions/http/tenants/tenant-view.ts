import { z } from "zod";
import { type Membership, membershipSchema, type Tenant, tenantSchema } from "../../../src/domain/tenant/tenant.ts";

/** A tenant as a member sees it (interfaces.md). */
export const tenantViewSchema = tenantSchema
  .omit({ tenantId: true })
  .extend({ id: z.string(), myRole: membershipSchema.shape.role, lastCompleteSnapshotAt: z.iso.datetime().nullable() })
  .meta({ id: "Tenant" });

export function toTenantView(
  { tenantId, ...tenant }: Tenant,
  membership: Membership,
  lastCompleteSnapshotAt: string | null,
): z.infer<typeof tenantViewSchema> {
  return { id: tenantId, ...tenant, myRole: membership.role, lastCompleteSnapshotAt };
}
