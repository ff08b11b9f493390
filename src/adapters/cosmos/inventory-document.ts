import { z } from "zod";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { type InventoryObject, inventoryObjectSchema } from "../../domain/inventory/inventory-object.ts";
import { parseDocument } from "./document.ts";

// Of the 1,023 bytes that Cosmos DB takes, what a type's name leaves.
const mostIdLength = 900;

/** Document id of an object. Cosmos forbids `/ \ ? #` in ids; Graph's ids may hold more than letters and digits. */
export function inventoryDocumentId(type: string, objectId: string): string {
  const safe = objectId.replace(/[^A-Za-z0-9_.:-]/gu, (char) => `~${char.codePointAt(0)?.toString(16)}~`);
  return safe.length > mostIdLength ? `${type}.~sha256~${hashOfText(objectId)}` : `${type}.${safe}`;
}

export function toInventoryDocument(tenantId: string, object: InventoryObject) {
  const id = inventoryDocumentId(object.type, object.id);
  // Queries narrow by it; a list has no index of its length.
  const isAssigned = object.targets && object.targets.length > 0;
  return { ...object, isAssigned, id, objectId: object.id, tenantId, schemaVersion: 1 };
}

/** The object as the domain knows it: its own id is Graph's, not the document's. */
export const parseInventoryDocument = parseDocument(
  z
    .looseObject({ objectId: z.string() })
    .transform(({ objectId, ...rest }) => ({ ...rest, id: objectId }))
    .pipe(inventoryObjectSchema),
  "inventory object",
);
