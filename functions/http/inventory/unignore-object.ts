import { z } from "zod";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";

export const unignoreObject = tenantRoute({
  id: "unignoreObject",
  method: "DELETE",
  path: "tenants/{tenantId}/inventory/{type}/{objectId}/ignore",
  summary: "Take back that an object is ignored.",
  right: "inventory.ignore",
  params: objectParams,
  answers: { 204: z.undefined() },
  handle: async (app, { scope, caller, params: { type, objectId: id } }) => {
    await app.changeIgnore(scope, { type, id, terms: null, actor: toInitiator(caller) });
    return { status: 204, body: undefined };
  },
});
