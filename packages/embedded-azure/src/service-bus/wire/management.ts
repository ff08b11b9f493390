import { z } from "zod";
import type { ServiceBusOperation } from "../operations.ts";
import { notSupported } from "../rules/broker-error.ts";
import type { Settlement } from "../rules/message.ts";
import type { Queue } from "../rules/queue.ts";
import type { Right } from "./authority.ts";
import { swapGuidByteOrder } from "./lock-token.ts";
import { encodeMessage, parseMessage } from "./message-bytes.ts";
import { toNumber } from "./numbers.ts";
import { amqp } from "./rhea-internals.ts";

/** What a management operation answers. */
export type Answer = { readonly status: 200 | 204; readonly body: object };

type Operation = {
  readonly name: ServiceBusOperation;
  readonly right: Right;
  run(queue: Queue, body: unknown): Answer;
};

const number = z.unknown().transform(toNumber);
const numbers = z.array(number);
// The client writes lock tokens as AMQP uuids, in the order it shows them.
const tokens = z.array(z.instanceof(Buffer).transform((token) => swapGuidByteOrder(token).toString("hex")));
const timestampCode = 0x83;
const longCode = 0x81;

const renewSchema = z.object({ "lock-tokens": tokens });
const peekSchema = z.object({ "from-sequence-number": number, "message-count": number });
const scheduleSchema = z.object({ messages: z.array(z.object({ message: z.instanceof(Buffer) })) });
const cancelSchema = z.object({ "sequence-numbers": numbers });
const dispositionSchema = z.object({
  "lock-tokens": tokens,
  "disposition-status": z.string(),
  "deadletter-reason": z.string().nullish(),
  "deadletter-description": z.string().nullish(),
  "properties-to-modify": z.record(z.string(), z.unknown()).nullish(),
});

function renewLock(queue: Queue, body: unknown): Answer {
  const ends = renewSchema.parse(body)["lock-tokens"].map((token) => queue.renew(token));
  return { status: 200, body: { expirations: amqp.wrap_array(ends, timestampCode, undefined) } };
}

function peek(queue: Queue, body: unknown): Answer {
  const { "from-sequence-number": from, "message-count": count } = peekSchema.parse(body);
  const found = queue.peek(from, count).map((message) => amqp.wrap_map({ message: encodeMessage(message) }));
  return found.length > 0 ? { status: 200, body: { messages: found } } : { status: 204, body: {} };
}

function schedule(queue: Queue, body: unknown): Answer {
  const sequences = scheduleSchema.parse(body).messages.map(({ message }) => queue.put(parseMessage(message)) ?? 0);
  return { status: 200, body: { "sequence-numbers": amqp.wrap_array(sequences, longCode, undefined) } };
}

function cancelScheduled(queue: Queue, body: unknown): Answer {
  for (const sequence of cancelSchema.parse(body)["sequence-numbers"]) queue.cancelScheduled(sequence);
  return { status: 200, body: {} };
}

function updateDisposition(queue: Queue, body: unknown): Answer {
  const change = dispositionSchema.parse(body);
  const settlement = toSettlement(change);
  for (const token of change["lock-tokens"]) queue.settle(token, settlement);
  return { status: 200, body: {} };
}

function toSettlement(change: z.output<typeof dispositionSchema>): Settlement {
  const properties = change["properties-to-modify"] ?? {};
  const reason = change["deadletter-reason"] ?? undefined;
  const description = change["deadletter-description"] ?? undefined;
  switch (change["disposition-status"]) {
    case "completed":
      return { kind: "complete" };
    case "abandoned":
      return { kind: "abandon", properties };
    case "suspended":
      return { kind: "deadLetter", properties, reason: { reason, description } };
    default:
      throw notSupported(`the disposition '${change["disposition-status"]}'`);
  }
}

const operations: readonly Operation[] = [
  { name: "renew-lock", right: "receive", run: renewLock },
  { name: "peek-message", right: "receive", run: peek },
  { name: "schedule-message", right: "send", run: schedule },
  { name: "cancel-scheduled-message", right: "send", run: cancelScheduled },
  { name: "update-disposition", right: "receive", run: updateDisposition },
];

/** @param name without the prefix `com.microsoft:`. @throws BrokerError for an operation that does not exist here. */
export function findOperation(name: string): Operation {
  const operation = operations.find((each) => each.name === name);
  if (!operation) throw notSupported(`the operation '${name}'`);
  return operation;
}
