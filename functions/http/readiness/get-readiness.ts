import { readinessViewSchema } from "../../../src/domain/readiness/readiness-view.ts";
import { tenantRoute } from "../tenant-route.ts";

export const getReadiness = tenantRoute({
  id: "getReadiness",
  method: "GET",
  path: "tenants/{tenantId}/readiness",
  summary: "What the last check of the tenant found, and whether one is under way.",
  right: "tenant.read",
  orPlatform: "read",
  answers: { 200: readinessViewSchema },
  handle: async (app, { scope }) => ({ status: 200, body: await app.readReadiness(scope) }),
});
