import { z } from "zod";
import { restoreLevelSchema } from "../../../src/domain/capability/capability.ts";
import { type TenantSwitches, tenantSwitchesSchema } from "../../../src/domain/capability/limits.ts";
import { definedOnly } from "../defined-only.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";

const types = z.array(z.string()).max(500);

/** What an owner may switch; what is left out stays as it is. */
const switchesBody = z.strictObject({
  mostRestore: restoreLevelSchema.optional(),
  withheld: types.optional(),
  highRiskEnabled: types.optional(),
});

export const changeSettings = tenantRoute({
  id: "changeTenantSettings",
  method: "PATCH",
  path: "tenants/{tenantId}/settings",
  summary: "Switch object types or restores off for this tenant, or enable types of high risk.",
  right: "setting.write",
  isConditional: true,
  body: switchesBody,
  answers: { 200: tenantSwitchesSchema },
  handle: async (app, { scope, caller, body, ifMatch }) => {
    const changes = definedOnly<Partial<TenantSwitches>>(body);
    const { switches, version } = await app.changeSwitches(scope, {
      changes,
      ifMatch,
      actor: toInitiator(caller),
    });
    return { status: 200, body: switches, headers: { etag: version } };
  },
});
