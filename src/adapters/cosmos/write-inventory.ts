import type { Container, OperationInput } from "@azure/cosmos";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import { mustWrite } from "../../domain/inventory/must-write.ts";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import { runBatch } from "./batch.ts";
import { batchesOf } from "./batches-of.ts";
import { readable } from "./document.ts";
import { inventoryDocumentId, parseInventoryDocument, toInventoryDocument } from "./inventory-document.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

/**
 * Writes observations that say more than what is stored: most objects of most runs are as they were. All of a batch go
 * in one transaction; when somebody else wrote one of them meanwhile, each is looked at again on its own.
 */
export async function writeInventory(
  container: Container,
  tenantId: string,
  objects: readonly InventoryObject[],
  known: ReadonlyMap<string, KnownObject>,
): Promise<void> {
  const news = objects.filter((object) => mustWrite(object, known.get(object.id)?.object));
  for (const slice of batchesOf(news)) {
    const operations = slice.map((object) => toOperation(tenantId, object, known.get(object.id)?.etag));
    const answer = await runBatch(container, tenantId, operations, [404, 409, 412]);
    if (answer !== "done") for (const object of slice) await writeOne(container, tenantId, object);
  }
}

function toOperation(tenantId: string, object: InventoryObject, etag: string | undefined): OperationInput {
  // The SDK's JSONObject forbids undefined values; the schema of an inventory object has none.
  const resourceBody = toInventoryDocument(tenantId, object) as never;
  if (etag === undefined) return { operationType: "Create", resourceBody };
  const id = inventoryDocumentId(object.type, object.id);
  return { operationType: "Replace", id, resourceBody, ifMatch: etag };
}

const timesSchema = z.looseObject({ observedAt: z.string(), firstSeenAt: z.string() });

/** What can be read of a document; of one that cannot, its times: it is written anew by whatever is newer. */
function parseStored(document: unknown) {
  const { observedAt, firstSeenAt } = timesSchema.parse(document);
  const known = readable(parseInventoryDocument, () => undefined)(document);
  const isOlderThan = (object: InventoryObject): boolean =>
    known ? mustWrite(object, known) : object.observedAt > observedAt;
  return { firstSeenAt, isOlderThan };
}

const tries = 5;

async function writeOne(container: Container, tenantId: string, object: InventoryObject): Promise<void> {
  const id = inventoryDocumentId(object.type, object.id);
  for (let count = 0; count < tries; count += 1) {
    const stored = await readDocument(container, tenantId, id, parseStored);
    if (stored && !stored.value.isOlderThan(object)) return;
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
