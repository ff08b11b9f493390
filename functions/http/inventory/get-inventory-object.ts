import { Fault } from "../../../src/domain/error/fault.ts";
import { objectParams } from "../object-params.ts";
import { tenantRoute } from "../tenant-route.ts";
import { ignoreViewSchema } from "./ignore-object.ts";
import { inventoryViewSchema } from "./list-inventory.ts";

const objectViewSchema = inventoryViewSchema
  .extend({ ignore: ignoreViewSchema.nullable() })
  .meta({ id: "InventoryObjectDetail" });

export const getInventoryObject = tenantRoute({
  id: "getInventoryObject",
  method: "GET",
  path: "tenants/{tenantId}/inventory/{type}/{objectId}",
  summary: "What was last observed of one object; why, until when and by whom it is ignored, where it is.",
  right: "inventory.read",
  params: objectParams,
  answers: { 200: objectViewSchema },
  handle: async (app, { scope, params }) => {
    const { type, objectId: id } = params;
    const object = await app.readInventoryObject(scope, { type, id });
    if (!object) throw new Fault("not_found", "This object was never observed in the tenant.");
    return { status: 200, body: objectViewSchema.parse(object) };
  },
});
