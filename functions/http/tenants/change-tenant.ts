import type { TenantTerms } from "../../../src/domain/tenant/tenant-terms.ts";
import { tenantTermsSchema } from "../../../src/domain/tenant/tenant-terms.ts";
import { definedOnly } from "../defined-only.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { tagOf } from "../to-response.ts";
import { answerTenant, tenantViewSchema, viewTenant } from "./tenant-view.ts";

export const changeTenant = tenantRoute({
  id: "changeTenant",
  method: "PATCH",
  path: "tenants/{tenantId}",
  summary: "Change a tenant's name, time zone or labels; what is left out stays as it is.",
  right: "setting.write",
  orPlatform: "change",
  isConditional: true,
  body: tenantTermsSchema.partial(),
  answers: { 200: tenantViewSchema },
  handle: async (app, { scope, role, caller, body, ifMatch }) => {
    const tenant = await app.changeTenant(scope, {
      changes: definedOnly<Partial<TenantTerms>>(body),
      isSeen: async (known) =>
        ifMatch === "*" || ifMatch.includes(tagOf(await viewTenant(app, { scope, role }, known))),
      actor: toInitiator(caller),
    });
    return answerTenant(app, { scope, role }, tenant);
  },
});
