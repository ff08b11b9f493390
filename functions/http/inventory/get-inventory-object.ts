import { Fault } from "../../../src/domain/error/fault.ts";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { inventoryViewSchema } from "./list-inventory.ts";

export const getInventoryObject = tenantRoute({
  id: "getInventoryObject",
  method: "GET",
  path: "tenants/{tenantId}/inventory/{type}/{objectId}",
  summary: "What was last observed of one object.",
  right: "inventory.read",
  params: objectParams,
  answers: { 200: inventoryViewSchema },
  handle: async (app, { scope, params }) => {
    const { type, objectId: id } = params;
    const object = await app.readInventoryObject(scope, { type, id });
    if (!object) throw new Fault("not_found", "This object was never observed in the tenant.");
    return { status: 200, body: inventoryViewSchema.parse(object) };
  },
});
