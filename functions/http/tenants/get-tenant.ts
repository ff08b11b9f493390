import { Fault } from "../../../src/domain/error/fault.ts";
import { tenantRoute } from "../tenant-route.ts";
import { tenantViewSchema, toTenantView } from "./tenant-view.ts";

export const getTenant = tenantRoute({
  id: "getTenant",
  method: "GET",
  path: "tenants/{tenantId}",
  summary: "One tenant that the caller is a member of.",
  right: "tenant.read",
  answers: { 200: tenantViewSchema },
  handle: async (app, { scope, role }) => {
    const stores = app.storesFor(scope);
    const [tenant, lastComplete] = await Promise.all([stores.tenant.read(), stores.snapshots.lastCompleteAt()]);
    if (!tenant) throw new Fault("not_found", "There is no such tenant, or you are not a member of it.");
    return { status: 200, body: toTenantView(tenant, role, lastComplete) };
  },
});
