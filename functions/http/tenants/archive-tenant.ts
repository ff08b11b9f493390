import { nameSchema } from "../../../src/domain/tenant/tenant-terms.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { reasonBody } from "./reason-body.ts";
import { answerTenant, tenantViewSchema } from "./tenant-view.ts";

export const archiveTenant = tenantRoute({
  id: "archiveTenant",
  method: "POST",
  path: "tenants/{tenantId}/archive",
  summary: "Make a suspended tenant read only, for good; `confirm` is its name.",
  right: "setting.write",
  orPlatform: "change",
  body: reasonBody.extend({ confirm: nameSchema }),
  answers: { 200: tenantViewSchema },
  handle: async (app, { scope, role, caller, body }) => {
    const tenant = await app.archiveTenant(scope, { ...body, actor: toInitiator(caller) });
    return answerTenant(app, { scope, role }, tenant);
  },
});
