import type { SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import type { QueueMessage } from "../rules/message.ts";

const factsSchema = z.object({
  messageId: z.string(),
  durable: z.boolean(),
  priority: z.number(),
  timeToLiveMs: z.number().optional(),
  dueAt: z.number().optional(),
  sequence: z.number(),
  firstSequence: z.number(),
  enqueuedAt: z.number(),
  expiresAt: z.number().optional(),
  deliveryCount: z.number(),
  state: z.enum(["active", "scheduled"]),
  deadLetterSource: z.string().optional(),
});

/** The columns of a message: queue, sequence, facts as JSON, and the two runs of AMQP bytes. */
export function toRow(queue: string, message: QueueMessage): [string, number, string, Buffer, Buffer] {
  const { bare, annotations, ...facts } = message;
  return [queue, message.sequence, JSON.stringify(facts), annotations, bare];
}

export function toMessage(row: Record<string, SQLOutputValue>): QueueMessage {
  const facts = factsSchema.parse(JSON.parse(String(row["facts"])));
  const { timeToLiveMs, dueAt, expiresAt, deadLetterSource } = facts;
  const bytes = { bare: toBytes(row["bare"]), annotations: toBytes(row["annotations"]) };
  return { ...facts, ...bytes, timeToLiveMs, dueAt, expiresAt, deadLetterSource };
}

function toBytes(value: SQLOutputValue | undefined): Buffer {
  if (!(value instanceof Uint8Array)) throw new TypeError("The journal holds a message without its bytes.");
  return Buffer.from(value);
}
