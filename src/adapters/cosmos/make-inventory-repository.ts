import type { Container } from "@azure/cosmos";
import { z } from "zod";
import { targetSchema } from "../../domain/graph/edge.ts";
import { type InventoryObject, inventoryObjectSchema } from "../../domain/inventory/inventory-object.ts";
import { type Listing, neverListed, seenInListing } from "../../domain/inventory/listing.ts";
import type { InventoryFilter, InventoryRepository, KnownObject } from "../../domain/inventory/repository.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { readable } from "./document.ts";
import { changeIgnore, ignoresOf, readIgnore } from "./ignores.ts";
import { inList } from "./in-list.ts";
import { inventoryDocumentId, parseInventoryDocument } from "./inventory-document.ts";
import { noteListed, parseListing, readListing } from "./listing-document.ts";
import { objectsThatFit } from "./objects-that-fit.ts";
import { coverChange, observedChanges } from "./observed-changes.ts";
import { queryAll, queryCount, queryPage } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { writeInventory } from "./write-inventory.ts";

const assignedSchema = z.object({ targets: z.array(targetSchema), observedAt: z.string() });
const hashedSchema = inventoryObjectSchema.pick({
  type: true,
  id: true,
  name: true,
  state: true,
  configurationHash: true,
  formId: true,
});
const etagSchema = z.object({ _etag: z.string() });

type InventoryContainers = { readonly inventory: Container; readonly tenantData: Container };

/** The inventory of one tenant: one small document an object, and one that says when their types were last listed. */
export function makeInventoryRepository(
  { inventory: container, tenantData }: InventoryContainers,
  { tenantId }: TenantScope,
  reportUnreadable: ReportUnreadable,
): InventoryRepository {
  // What cannot be read is not known: the next observation writes it anew.
  const toKnownObject = readable(toKnown, reportUnreadable);
  const listing = async (): Promise<Listing> =>
    (await readListing(tenantData, tenantId, readable(parseListing, reportUnreadable)))?.value ?? neverListed;
  return {
    knownOf: async (types) => {
      const { names, parameters } = inList(types);
      const query = `SELECT * FROM c WHERE c.type IN (${names})`;
      const stored =
        types.length === 0 ? [] : await queryAll(container, tenantId, { query, parameters }, toKnownObject);
      const listed = stored.length === 0 ? neverListed : await listing();
      const known = stored.map(({ object, etag }) => ({ object: seenInListing(object, listed), etag }));
      const byType = Map.groupBy(known, ({ object }) => object.type);
      return new Map([...byType].map(([type, all]) => [type, new Map(all.map((each) => [each.object.id, each]))]));
    },
    write: (objects, known) => writeInventory(container, tenantId, objects, known),
    noteListed: (found, types) => noteListed(tenantData, tenantId, found, types),
    listing,
    read: async (type, objectId) => {
      const id = inventoryDocumentId(type, objectId);
      const stored = await readDocument(container, tenantId, id, parseInventoryDocument);
      return stored && seenInListing(stored.value, await listing());
    },
    objectIds: async () => {
      const query = "SELECT VALUE c.objectId FROM c";
      const toId = (id: unknown) => z.string().parse(id).toLowerCase();
      return new Set(await queryAll(container, tenantId, { query }, toId));
    },
    hashes: (most) => {
      const query = `SELECT TOP ${most} c.type, c.objectId AS id, c.name, c.state, c.configurationHash, c.formId FROM c`;
      return queryAll(container, tenantId, { query }, (row) => hashedSchema.safeParse(row).data);
    },
    list: async (filter, page) => {
      const objects = await list(container, tenantId, filter, page, readable(parseInventoryDocument, reportUnreadable));
      const listed = await listing();
      return { ...objects, items: objects.items.map((object) => seenInListing(object, listed)) };
    },
    assigned: () => {
      const query = "SELECT c.targets, c.observedAt FROM c WHERE c.isAssigned = true AND c.state = 'present'";
      return queryAll(container, tenantId, { query }, (row) => assignedSchema.safeParse(row).data);
    },
    observedChanges: () => observedChanges(container, tenantId, toKnownObject),
    coverChange: (known) => coverChange(container, tenantId, known),
    ignores: () => ignoresOf(tenantData, tenantId, reportUnreadable),
    ignoreOf: (ref) => readIgnore(tenantData, tenantId, ref),
    changeIgnore: (change) => changeIgnore(tenantData, tenantId, change),
    count: (filter) => {
      const { where, parameters } = objectsThatFit(filter);
      return queryCount(container, tenantId, { query: `SELECT VALUE COUNT(1) FROM c ${where}`, parameters });
    },
  };
}

function toKnown(document: unknown): KnownObject {
  return { object: parseInventoryDocument(document), etag: etagSchema.parse(document)._etag };
}

function list(
  container: Container,
  tenantId: string,
  filter: InventoryFilter,
  page: PageRequest,
  parse: (document: unknown) => InventoryObject | undefined,
): Promise<Page<InventoryObject>> {
  const { where, parameters } = objectsThatFit(filter);
  const query = `SELECT * FROM c ${where} ORDER BY c.type ASC, c.id ASC`;
  return queryPage(container, tenantId, { query, parameters }, page, parse);
}
