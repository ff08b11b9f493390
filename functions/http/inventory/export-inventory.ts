import { z } from "zod";
import type { InventoryObject } from "../../../src/domain/inventory/inventory-object.ts";
import { csvAnswer } from "../csv-answer.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toCsv } from "../to-csv.ts";
import { inventoryFilterQuery, toQuestion } from "./inventory-query.ts";

export const exportInventory = tenantRoute({
  id: "exportInventory",
  method: "GET",
  path: "tenants/{tenantId}/inventory.csv",
  summary: "What was last observed of the tenant as CSV, with the filters of the list; at most 10,000 objects.",
  right: "inventory.read",
  query: z.strictObject(inventoryFilterQuery),
  mediaType: "text/csv",
  answers: { 200: z.string() },
  handle: async (app, { scope, query }) => {
    const objects = await app.listWholeInventory(scope, toQuestion(query));
    return csvAnswer("inventory", toCsv(columns, objects.map(toRow)));
  },
});

const columns = [
  "type",
  "id",
  "name",
  "platform",
  "state",
  "lastModified",
  "firstSeenAt",
  "lastSeenAt",
  "configurationHash",
  "meta",
];

/** What there is of `meta` differs by type, so it is one cell of JSON. */
function toRow(object: InventoryObject) {
  const { type, id, name, platform, state, lastModified, firstSeenAt, lastSeenAt, configurationHash, meta } = object;
  const facts = [type, id, name, platform, state, lastModified, firstSeenAt, lastSeenAt, configurationHash];
  return [...facts, JSON.stringify(meta)];
}
