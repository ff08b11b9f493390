import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { IncomingMessage, PropertyChanges, QueueMessage } from "../rules/message.ts";
import { toLong, toNumber } from "./numbers.ts";
import { amqp, codec } from "./rhea-internals.ts";
import { joinSections, type Section, sectionCode, splitSections, withSection } from "./sections.ts";

const scheduledAnnotation = "x-opt-scheduled-enqueue-time";
/** The numbers of the service's `ServiceBusMessageState`. */
const stateNumbers = { active: 0, scheduled: 2 } as const;
const defaultPriority = 4;

// What rhea's decoder leaves of a message; absent fields are absent.
const decodedSchema = z.object({
  durable: z.boolean().default(false),
  priority: z.number().default(defaultPriority),
  ttl: z.number().optional(),
  message_id: z.union([z.string(), z.number(), z.instanceof(Buffer)]).optional(),
  message_annotations: z.record(z.string(), z.unknown()).default({}),
});

/** Reads what the rules need of an encoded message, and keeps the rest as bytes. */
export function parseMessage(raw: Buffer): IncomingMessage {
  const decoded = codec.decode(raw);
  const facts = decodedSchema.parse({ ...decoded });
  // The client's lock renewer throws for a message without an id, so the broker gives one, as the real service does.
  const messageId = facts.message_id ?? randomUUID().replaceAll("-", "");
  const sections = splitSections(raw);
  const named = facts.message_id === undefined ? withMessageId(sections, { ...decoded }, messageId) : sections;
  const due = facts.message_annotations[scheduledAnnotation];
  return {
    bare: Buffer.from(joinSections(named.filter(({ code }) => code >= sectionCode.properties))),
    annotations: Buffer.from(joinSections(named.filter(({ code }) => code === sectionCode.messageAnnotations))),
    messageId: Buffer.isBuffer(messageId) ? `binary:${messageId.toString("hex")}` : `${typeof messageId}:${messageId}`,
    durable: facts.durable,
    priority: facts.priority,
    timeToLiveMs: facts.ttl,
    dueAt: due === undefined ? undefined : toNumber(due),
  };
}

/** The message as a receiver gets it. @param lockedUntil epoch milliseconds, absent when it is not locked. */
export function encodeMessage(message: QueueMessage, lockedUntil?: number): Buffer {
  const sent: unknown = codec.decode(message.annotations)["message_annotations"];
  const annotations = {
    ...z.record(z.string(), z.unknown()).default({}).parse(sent),
    "x-opt-enqueued-time": amqp.wrap_timestamp(message.enqueuedAt),
    "x-opt-sequence-number": toLong(message.sequence),
    "x-opt-enqueue-sequence-number": toLong(message.firstSequence),
    "x-opt-message-state": amqp.wrap_int(stateNumbers[message.state]),
    ...(lockedUntil === undefined ? {} : { "x-opt-locked-until": amqp.wrap_timestamp(lockedUntil) }),
    ...(message.deadLetterSource === undefined ? {} : { "x-opt-deadletter-source": message.deadLetterSource }),
  };
  const { durable, priority, timeToLiveMs, deliveryCount } = message;
  const header = { durable, priority, ttl: timeToLiveMs, delivery_count: deliveryCount };
  const head = encodeSections({ ...header, message_annotations: annotations });
  return Buffer.concat([joinSections(head.filter(({ code }) => code <= sectionCode.messageAnnotations)), message.bare]);
}

/** Sets application properties, and leaves every other byte of the message as it is. */
export function withProperties(bare: Buffer, changes: PropertyChanges): Buffer {
  const before: unknown = codec.decode(bare)["application_properties"];
  const properties = { ...z.record(z.string(), z.unknown()).default({}).parse(before), ...changes };
  const section = encodedSection({ application_properties: properties }, sectionCode.applicationProperties);
  return joinSections(withSection(splitSections(bare), section));
}

function withMessageId(sections: readonly Section[], decoded: object, messageId: unknown): Section[] {
  const section = encodedSection({ ...decoded, message_id: messageId }, sectionCode.properties);
  return withSection(sections, section);
}

function encodedSection(fields: object, code: number): Section {
  const section = encodeSections(fields).find((candidate) => candidate.code === code);
  if (!section) throw new TypeError(`The encoder wrote no section ${code}.`);
  return section;
}

function encodeSections(fields: object): Section[] {
  return splitSections(codec.encode(fields));
}
