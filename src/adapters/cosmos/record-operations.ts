import type { OperationInput } from "@azure/cosmos";
import type { Notification } from "../../domain/notification/notification.ts";
import type { IdempotencyRecord } from "../../domain/operation-run/idempotency.ts";
import type { Records, Selection } from "../../domain/operation-run/repository.ts";
import { auditOperation } from "./audit-document.ts";
import { type DocumentKind, toDocument } from "./document.ts";

/** Seconds that what is written beside a run is kept; audit entries have no end. */
export type RecordRetention = {
  readonly notificationTtlSeconds: number;
  readonly idempotencyTtlSeconds: number;
  readonly linkTtlSeconds: number;
};

/** Creates one document as an operation of a batch. */
export function createOf(kind: DocumentKind, id: string, tenantId: string, content: object) {
  // JSONObject of the SDK forbids undefined values; our schemas have none.
  return { operationType: "Create", resourceBody: toDocument(kind, id, tenantId, content) as never } as const;
}

/** What is written beside a change, in its transaction. */
export function recordOperations(
  { audit, notification, idempotency, selection }: Records,
  tenantId: string,
  retention: RecordRetention,
): OperationInput[] {
  return [
    ...(idempotency ? [idempotencyOperation(idempotency, tenantId, retention)] : []),
    ...(audit ? [auditOperation(audit, tenantId)] : []),
    ...(notification ? [notificationOperation(notification, tenantId, retention)] : []),
    ...(selection ? [selectionOperation(selection, tenantId, retention)] : []),
  ];
}

export function selectionId(runId: string): string {
  return `selection-${runId}`;
}

/** One text: an array of 10,000 ids would be 10,000 entries of the index, which is most of what its write would cost. */
function selectionOperation(
  selection: Selection,
  tenantId: string,
  { linkTtlSeconds: ttl }: RecordRetention,
): OperationInput {
  const { runId } = selection;
  const what = "types" in selection ? { types: selection.types.join(" ") } : { tenants: selection.tenants.join(" ") };
  return createOf("selection", selectionId(runId), tenantId, { runId, ...what, ttl });
}

/** A notification has a `kind` of its own, so its content is one level down. */
export function notificationOperation(
  notification: Notification,
  tenantId: string,
  { notificationTtlSeconds: ttl }: RecordRetention,
) {
  const { id, createdAt, recipientId } = notification;
  return createOf("notification", id, tenantId, { notification, createdAt, recipientId, ttl });
}

export function idempotencyOperation(
  record: IdempotencyRecord,
  tenantId: string,
  { idempotencyTtlSeconds: ttl }: RecordRetention,
) {
  return createOf("idempotency", record.id, tenantId, { ...record, ttl });
}
