import { tenantSwitchesSchema } from "../../../src/domain/capability/limits.ts";
import { tenantRoute } from "../tenant-route.ts";

export const getSettings = tenantRoute({
  id: "getTenantSettings",
  method: "GET",
  path: "tenants/{tenantId}/settings",
  summary: "What the owners of this tenant have switched; its ETag is needed to change it.",
  right: "tenant.read",
  answers: { 200: tenantSwitchesSchema },
  handle: async (app, { scope }) => {
    const { switches, version } = await app.storesFor(scope).tenant.switches();
    return { status: 200, body: switches, headers: { etag: version } };
  },
});
