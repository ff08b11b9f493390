import { z } from "zod";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import type { InventoryFilter } from "../../../src/domain/inventory/repository.ts";
import { definedOnly } from "../defined-only.ts";
import { countedPageSchema, countQuery, listQuery, nameQuery, toPageRequest, wantsTotal } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";

export const inventoryViewSchema = inventoryObjectSchema.omit({ observedAt: true }).meta({ id: "InventoryObject" });

/** Query parameters by which the inventory is narrowed. */
export const inventoryFilterQuery = {
  type: z.string().max(100).optional(),
  state: inventoryObjectSchema.shape.state.optional(),
  ...nameQuery,
};

export const listInventory = tenantRoute({
  id: "listInventory",
  method: "GET",
  path: "tenants/{tenantId}/inventory",
  summary: "What was last observed of the tenant, ordered by type and id.",
  right: "inventory.read",
  query: listQuery.extend({ ...countQuery, ...inventoryFilterQuery }),
  answers: { 200: countedPageSchema(inventoryViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, count: _count, ...filters } = query;
    const filter = definedOnly<InventoryFilter>(filters);
    const { inventory } = app.storesFor(scope);
    const [objects, total] = await Promise.all([
      inventory.list(filter, toPageRequest(query)),
      wantsTotal(query) ? inventory.count(filter) : undefined,
    ]);
    const items = objects.items.map((object) => inventoryViewSchema.parse(object));
    return { status: 200, body: { items, nextPage: objects.nextPage, total } };
  },
});
