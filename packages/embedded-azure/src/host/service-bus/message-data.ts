import type { ServiceBusReceivedMessage } from "@azure/service-bus";
import type { TypedData } from "../typed-data.ts";

/** The body as text: the library parses it as JSON where it can. */
export function toMessageBody(message: ServiceBusReceivedMessage): TypedData {
  const body: unknown = message.body;
  if (body === undefined || body === null) return { string: "" };
  if (typeof body === "string") return { string: body };
  if (body instanceof Uint8Array) return { string: Buffer.from(body).toString("utf8") };
  return { string: JSON.stringify(body) };
}

/** Binding data under the names of the Service Bus extension; the library turns them into camel case. */
export function toTriggerMetadata(message: ServiceBusReceivedMessage): Record<string, TypedData> {
  return {
    MessageId: text(message.messageId),
    // The header counts failed deliveries, the extension counts deliveries.
    DeliveryCount: { int: (message.deliveryCount ?? 0) + 1 },
    SequenceNumber: { int: Number(message.sequenceNumber ?? 0) },
    EnqueuedTimeUtc: json(message.enqueuedTimeUtc),
    ExpiresAtUtc: json(message.expiresAtUtc),
    LockToken: text(message.lockToken),
    ContentType: text(message.contentType),
    CorrelationId: text(message.correlationId),
    Subject: text(message.subject),
    To: text(message.to),
    ReplyTo: text(message.replyTo),
    PartitionKey: text(message.partitionKey),
    DeadLetterSource: text(message.deadLetterSource),
    DeadLetterReason: text(message.deadLetterReason),
    DeadLetterErrorDescription: text(message.deadLetterErrorDescription),
    ApplicationProperties: json(message.applicationProperties ?? {}),
  };
}

/** Always JSON: a message id made of digits stays a string. */
function text(value: ServiceBusReceivedMessage["messageId"]): TypedData {
  return value === undefined || value === null ? { json: "null" } : { json: JSON.stringify(String(value)) };
}

function json(value: unknown): TypedData {
  return { json: JSON.stringify(value ?? null) };
}
