/** What a sender hands over. The bytes are AMQP sections that the rules never look into. */
export type IncomingMessage = {
  /** Sections from `properties` to `footer`, as the sender wrote them. */
  readonly bare: Buffer;
  /** The section of message annotations, empty when the sender sent none. */
  readonly annotations: Buffer;
  /** In a form that compares: duplicates have the same one. */
  readonly messageId: string;
  readonly durable: boolean;
  readonly priority: number;
  readonly timeToLiveMs: number | undefined;
  /** Time from which a scheduled message may be received; epoch milliseconds. */
  readonly dueAt: number | undefined;
};

/** A message in a queue. It is never changed in place: a change is a new object under the same sequence number. */
export type QueueMessage = IncomingMessage & {
  readonly sequence: number;
  /** The number it had when it was first sent: a due or dead-lettered message gets a new one. */
  readonly firstSequence: number;
  readonly enqueuedAt: number;
  /** Epoch milliseconds; undefined = never. */
  readonly expiresAt: number | undefined;
  /** Deliveries that ended without being completed. */
  readonly deliveryCount: number;
  readonly state: "active" | "scheduled";
  /** The queue it was dead-lettered from. */
  readonly deadLetterSource: string | undefined;
};

/** The right to settle one delivered message. */
export type MessageLock = { readonly sequence: number; readonly token: string; readonly until: number };

/** How a receiver ended a delivery. Properties are application properties to set on the message. */
export type Settlement =
  | { readonly kind: "complete" }
  | { readonly kind: "abandon"; readonly properties: PropertyChanges }
  | { readonly kind: "deadLetter"; readonly properties: PropertyChanges; readonly reason?: DeadLetterReason };

export type PropertyChanges = Readonly<Record<string, unknown>>;

export type DeadLetterReason = { readonly reason: string | undefined; readonly description: string | undefined };
