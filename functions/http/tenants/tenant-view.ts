import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { membershipSchema } from "../../../src/domain/tenant/membership.ts";
import type { Role } from "../../../src/domain/tenant/rights.ts";
import { type Tenant, tenantSchema } from "../../../src/domain/tenant/tenant.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import type { Answer } from "../route.ts";
import { tagOf } from "../to-response.ts";

/** A tenant as a member sees it (interfaces.md). */
export const tenantViewSchema = tenantSchema
  .omit({ tenantId: true })
  .extend({
    id: z.string(),
    /** The caller's best one; null for who sees the tenant by a platform role alone. */
    myRole: membershipSchema.shape.role.nullable(),
    lastCompleteSnapshotAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Tenant" });

type TenantView = z.infer<typeof tenantViewSchema>;

export function toTenantView(
  { tenantId, ...tenant }: Tenant,
  myRole: Role | null,
  lastCompleteSnapshotAt: string | null,
): TenantView {
  return { id: tenantId, ...tenant, myRole, lastCompleteSnapshotAt };
}

/** As `GET` answers it to this caller, so that both have one ETag. A platform role alone shows nothing of what it holds. */
export async function viewTenant(
  app: HttpApp,
  { scope, role }: { readonly scope: TenantScope; readonly role: Role | null },
  tenant: Tenant,
): Promise<TenantView> {
  const lastComplete = role === null ? null : await app.storesFor(scope).snapshots.lastCompleteAt();
  return toTenantView(tenant, role, lastComplete);
}

/** A tenant that was changed, with the ETag that the next change needs. */
export async function answerTenant(
  app: HttpApp,
  caller: { readonly scope: TenantScope; readonly role: Role | null },
  tenant: Tenant,
): Promise<Answer> {
  const body = await viewTenant(app, caller, tenant);
  return { status: 200, body, headers: { etag: tagOf(body) } };
}
