import type { Container } from "@azure/cosmos";
import { callCosmos } from "./translate-error.ts";

/** Whether a document can have this id; the SDK throws before it asks when it cannot (azure-services.md 1). */
export function isPossibleId(id: string): boolean {
  return id.length <= 255 && /^[^/\\?#]*[^/\\?#\s]$/.test(id);
}

/** Point read; undefined when there is no such document. */
export async function readDocument<T>(
  container: Container,
  tenantId: string,
  id: string,
  parse: (document: unknown) => T,
): Promise<{ value: T; etag: string } | undefined> {
  if (!isPossibleId(id)) return undefined;
  const answer = await callCosmos(() => container.item(id, tenantId).read(), [404]);
  if (!("value" in answer)) return undefined;
  const document: unknown = answer.value.resource;
  if (document === undefined) return undefined;
  return { value: parse(document), etag: answer.value.etag };
}

/** Create-only write; `exists` when a document with this id, or with one of its unique keys, is there already. */
export async function createDocument(container: Container, document: object): Promise<"created" | "exists"> {
  const answer = await callCosmos(() => container.items.create(document), [409]);
  return "value" in answer ? "created" : "exists";
}
