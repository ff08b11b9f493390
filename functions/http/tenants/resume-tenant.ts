import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { reasonBody } from "./reason-body.ts";
import { answerTenant, tenantViewSchema } from "./tenant-view.ts";

export const resumeTenant = tenantRoute({
  id: "resumeTenant",
  method: "POST",
  path: "tenants/{tenantId}/resume",
  summary: "Let work start again in a suspended tenant.",
  right: "setting.write",
  orPlatform: "change",
  body: reasonBody,
  answers: { 200: tenantViewSchema },
  handle: async (app, { scope, role, caller, body }) =>
    answerTenant(
      app,
      { scope, role },
      await app.resumeTenant(scope, { reason: body.reason, actor: toInitiator(caller) }),
    ),
});
