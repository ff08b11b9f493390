import type { Container, OperationInput } from "@azure/cosmos";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import { runBatch } from "./batch.ts";
import { inventoryDocumentId, toInventoryDocument } from "./inventory-document.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

// Operations of one transactional batch (azure-facts 1).
const batchSize = 100;

/**
 * Writes observations that are newer than what is stored. All of a batch go in one transaction; when somebody else
 * wrote one of them meanwhile, each is looked at again on its own.
 */
export async function writeInventory(
  container: Container,
  tenantId: string,
  objects: readonly InventoryObject[],
  known: ReadonlyMap<string, KnownObject>,
): Promise<void> {
  const newer = objects.filter((object) => isNewer(object, known.get(object.id)?.object.observedAt));
  for (let start = 0; start < newer.length; start += batchSize) {
    const slice = newer.slice(start, start + batchSize);
    const operations = slice.map((object) => toOperation(tenantId, object, known.get(object.id)?.etag));
    const answer = await runBatch(container, tenantId, operations, [404, 409, 412]);
    if (answer !== "done") for (const object of slice) await writeOne(container, tenantId, object);
  }
}

function isNewer(object: InventoryObject, storedAt: string | undefined): boolean {
  return storedAt === undefined || object.observedAt > storedAt;
}

function toOperation(tenantId: string, object: InventoryObject, etag: string | undefined): OperationInput {
  // The SDK's JSONObject forbids undefined values; the schema of an inventory object has none.
  const resourceBody = toInventoryDocument(tenantId, object) as never;
  if (etag === undefined) return { operationType: "Create", resourceBody };
  const id = inventoryDocumentId(object.type, object.id);
  return { operationType: "Replace", id, resourceBody, ifMatch: etag };
}

const storedSchema = z.looseObject({ observedAt: z.string(), firstSeenAt: z.string() });

const tries = 5;

async function writeOne(container: Container, tenantId: string, object: InventoryObject): Promise<void> {
  const id = inventoryDocumentId(object.type, object.id);
  for (let count = 0; count < tries; count += 1) {
    const stored = await readDocument(container, tenantId, id, (document) => storedSchema.parse(document));
    if (stored && !isNewer(object, stored.value.observedAt)) return;
    const firstSeenAt = stored?.value.firstSeenAt ?? object.firstSeenAt;
    const document = toInventoryDocument(tenantId, { ...object, firstSeenAt });
    const write = stored
      ? () =>
          container
            .item(id, tenantId)
            .replace(document, { accessCondition: { type: "IfMatch", condition: stored.etag } })
      : () => container.items.create(document);
    const answer = await callCosmos<unknown>(write, [404, 409, 412]);
    if ("value" in answer) return;
  }
  throw new Fault("conflict", "An inventory document changed each time it was written.", { target: object.type });
}
