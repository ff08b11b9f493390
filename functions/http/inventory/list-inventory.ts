import { z } from "zod";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import type { InventoryFilter } from "../../../src/domain/inventory/repository.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";

export const inventoryViewSchema = inventoryObjectSchema.omit({ observedAt: true }).meta({ id: "InventoryObject" });

export const listInventory = tenantRoute({
  id: "listInventory",
  method: "GET",
  path: "tenants/{tenantId}/inventory",
  summary: "What was last observed of the tenant, ordered by type and id.",
  right: "inventory.read",
  query: listQuery.extend({
    type: z.string().max(100).optional(),
    state: inventoryObjectSchema.shape.state.optional(),
    text: z.string().min(1).max(200).optional(),
  }),
  answers: { 200: pageSchema(inventoryViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const objects = await app
      .storesFor(scope)
      .inventory.list(definedOnly<InventoryFilter>(filter), toPageRequest(query));
    const items = objects.items.map((object) => inventoryViewSchema.parse(object));
    return { status: 200, body: { items, nextPage: objects.nextPage } };
  },
});
