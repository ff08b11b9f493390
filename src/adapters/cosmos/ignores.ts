import type { Container, OperationInput } from "@azure/cosmos";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { type Ignore, ignoreSchema, type ObjectRef, refText } from "../../domain/inventory/ignore.ts";
import type { IgnoreChange } from "../../domain/inventory/repository.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { auditOperation } from "./audit-document.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, readable } from "./document.ts";
import { queryAll } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { createOf } from "./record-operations.ts";

const parse: (document: unknown) => Ignore = parseDocument(ignoreSchema, "ignore");

/** Ids of objects may hold what the store forbids in ids. */
function idOf(ref: ObjectRef): string {
  return `ignore-${hashOfText(refText(ref)).slice(0, 32)}`;
}

/** All of a tenant, those that have ended too; there are few. */
export function ignoresOf(container: Container, tenantId: TenantId, report: ReportUnreadable): Promise<Ignore[]> {
  const query = "SELECT * FROM c WHERE c.kind = 'ignore'";
  return queryAll(container, tenantId, { query }, readable(parse, report));
}

export function readIgnore(container: Container, tenantId: TenantId, ref: ObjectRef) {
  return readDocument(container, tenantId, idOf(ref), parse);
}

/** The document and the audit entry in one transaction, if the document is still of that version. */
export async function changeIgnore(
  container: Container,
  tenantId: TenantId,
  { type, id: objectId, version, ignore, audit }: IgnoreChange,
): Promise<"changed" | "moved_on"> {
  const id = idOf({ type, id: objectId });
  const operations = [toOperation(id, tenantId, version, ignore), auditOperation(audit, tenantId)];
  return (await runBatch(container, tenantId, operations, [404, 409, 412])) === "done" ? "changed" : "moved_on";
}

function toOperation(id: string, tenantId: TenantId, version: string | null, ignore: Ignore): OperationInput {
  const creating = createOf("ignore", id, tenantId, ignore);
  if (version === null) return creating;
  return { operationType: "Replace", id, resourceBody: creating.resourceBody, ifMatch: version };
}
