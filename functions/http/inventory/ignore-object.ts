import { z } from "zod";
import { ignoreSchema } from "../../../src/domain/inventory/ignore.ts";
import { reasonSchema } from "../../../src/domain/tenant/tenant-terms.ts";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { utcTime } from "../utc-time.ts";

export const ignoreViewSchema = ignoreSchema.meta({ id: "Ignore" });

export const ignoreObject = tenantRoute({
  id: "ignoreObject",
  method: "PUT",
  path: "tenants/{tenantId}/inventory/{type}/{objectId}/ignore",
  summary:
    "Leave an object out of what is worth a look, with a reason of 5 to 500 characters, until a time or until that is taken back. It stays in every snapshot, version and difference.",
  right: "inventory.ignore",
  params: objectParams,
  body: z.strictObject({ reason: reasonSchema.min(5), expiresAt: utcTime.optional() }),
  answers: { 200: ignoreViewSchema },
  handle: async (app, { scope, caller, params: { type, objectId: id }, body: { reason, expiresAt = null } }) => {
    const body = await app.changeIgnore(scope, { type, id, terms: { reason, expiresAt }, actor: toInitiator(caller) });
    return { status: 200, body };
  },
});
