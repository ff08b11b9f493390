import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { reasonBody } from "./reason-body.ts";
import { answerTenant, tenantViewSchema } from "./tenant-view.ts";

export const suspendTenant = tenantRoute({
  id: "suspendTenant",
  method: "POST",
  path: "tenants/{tenantId}/suspend",
  summary: "Stop all work in a tenant: nothing starts, active runs are asked to cancel, nothing asks Microsoft Graph.",
  right: "setting.write",
  orPlatform: "change",
  body: reasonBody,
  answers: { 200: tenantViewSchema },
  handle: async (app, { scope, role, caller, body }) =>
    answerTenant(
      app,
      { scope, role },
      await app.suspendTenant(scope, { reason: body.reason, actor: toInitiator(caller) }),
    ),
});
