import type { OperationInput } from "@azure/cosmos";
import type { Notification } from "../../domain/notification/notification.ts";
import type { IdempotencyRecord } from "../../domain/operation-run/idempotency.ts";
import type { Records } from "../../domain/operation-run/repository.ts";
import { type Kind, toDocument } from "./document.ts";

/** Creates one document as an operation of a batch. */
export function createOf(kind: Kind, id: string, tenantId: string, content: object) {
  // JSONObject of the SDK forbids undefined values; our schemas have none.
  return { operationType: "Create", resourceBody: toDocument(kind, id, tenantId, content) as never } as const;
}

/** What is written beside a change, in its transaction. */
export function recordOperations({ audit, notification, idempotency }: Records, tenantId: string): OperationInput[] {
  return [
    ...(idempotency ? [idempotencyOperation(idempotency, tenantId)] : []),
    ...(audit ? [createOf("audit", audit.id, tenantId, audit)] : []),
    ...(notification ? [notificationOperation(notification, tenantId)] : []),
  ];
}

/** A notification has a `kind` of its own, so its content is one level down. */
export function notificationOperation(notification: Notification, tenantId: string): OperationInput {
  const { id, createdAt, recipientId } = notification;
  return createOf("notification", id, tenantId, { notification, createdAt, recipientId });
}

// A client that repeats a start does so within minutes; a day covers a job that runs once a night.
const idempotencyTtlSeconds = 86_400;

export function idempotencyOperation(record: IdempotencyRecord, tenantId: string) {
  return createOf("idempotency", record.id, tenantId, { ...record, ttl: idempotencyTtlSeconds });
}
