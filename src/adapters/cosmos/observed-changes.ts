import type { Container } from "@azure/cosmos";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import { toInventoryDocument } from "./inventory-document.ts";
import { queryAll } from "./query-page.ts";
import { callCosmos } from "./translate-error.ts";

// What is left is looked at once these are covered.
const mostMarked = 1_000;

/** Objects with a change that nobody captured. */
export function observedChanges(
  container: Container,
  tenantId: string,
  parse: (document: unknown) => KnownObject | undefined,
): Promise<KnownObject[]> {
  const query = `SELECT TOP ${mostMarked} * FROM c WHERE c.observedChangeAt > ''`;
  return queryAll(container, tenantId, { query }, parse);
}

/** Takes the mark from one, if it is still as it was read. */
export async function coverChange(
  container: Container,
  tenantId: string,
  { object, etag }: KnownObject,
): Promise<void> {
  const document = toInventoryDocument(tenantId, { ...object, observedChangeAt: null });
  const accessCondition = { type: "IfMatch", condition: etag };
  await callCosmos(() => container.item(document.id, tenantId).replace(document, { accessCondition }), [404, 412]);
}
