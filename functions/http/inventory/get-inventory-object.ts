import { z } from "zod";
import { Fault } from "../../../src/domain/error/fault.ts";
import { objectIdSchema } from "../../../src/domain/graph/object-id.ts";
import { tenantRoute } from "../tenant-route.ts";
import { inventoryViewSchema } from "./list-inventory.ts";

export const getInventoryObject = tenantRoute({
  id: "getInventoryObject",
  method: "GET",
  path: "tenants/{tenantId}/inventory/{type}/{objectId}",
  summary: "What was last observed of one object.",
  right: "inventory.read",
  params: z.strictObject({ type: z.string().regex(/^[A-Za-z0-9]{1,100}$/), objectId: objectIdSchema }),
  answers: { 200: inventoryViewSchema },
  handle: async (app, { scope, params }) => {
    const object = await app.storesFor(scope).inventory.read(params.type, params.objectId);
    if (!object) throw new Fault("not_found", "This object was never observed in the tenant.");
    return { status: 200, body: inventoryViewSchema.parse(object) };
  },
});
