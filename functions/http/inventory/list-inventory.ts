import { z } from "zod";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import { countedPageSchema, countQuery, listQuery, toPageRequest, wantsTotal } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { inventoryFilterQuery, toQuestion } from "./inventory-query.ts";

export const inventoryViewSchema = inventoryObjectSchema
  .omit({ observedAt: true })
  .extend({ ignored: z.boolean() })
  .meta({ id: "InventoryObject" });

export const listInventory = tenantRoute({
  id: "listInventory",
  method: "GET",
  path: "tenants/{tenantId}/inventory",
  summary:
    "What was last observed of the tenant, ordered by type and id. `uses` (type/id), `assignedTo` (a group's id, allUsers or allDevices), `unassigned` and `brokenTarget` (a group that was deleted, a filter that does not exist) ask of present objects, without ignored ones unless `ignored=true`; `ignored=only` asks for those. `changedSince` (a time) asks for objects that a sync since then found other than their newest version: what they are now is in no snapshot.",
  right: "inventory.read",
  query: listQuery.extend({ ...countQuery, ...inventoryFilterQuery }),
  answers: { 200: countedPageSchema(inventoryViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, count: _count, ...filters } = query;
    const question = toQuestion(filters);
    const [objects, total] = await Promise.all([
      app.listInventory(scope, question, toPageRequest(query)),
      wantsTotal(query) ? app.countInventory(scope, question) : undefined,
    ]);
    const items = objects.items.map((object) => inventoryViewSchema.parse(object));
    return { status: 200, body: { items, nextPage: objects.nextPage, total } };
  },
});
