import { tenantRoute } from "../tenant-route.ts";
import { capabilitiesSchema } from "./capabilities-schema.ts";

export const getTenantCapabilities = tenantRoute({
  id: "getTenantCapabilities",
  method: "GET",
  path: "tenants/{tenantId}/capabilities",
  summary: "What may be done with each object type in this tenant, as its owners have switched it.",
  right: "tenant.read",
  answers: { 200: capabilitiesSchema },
  handle: async (app, { scope }) => ({
    status: 200,
    body: { items: await app.capabilitiesOf(scope), nextPage: null },
  }),
});
