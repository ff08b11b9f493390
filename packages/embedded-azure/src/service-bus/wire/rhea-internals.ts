import { createRequire } from "node:module";
import rhea, { type Connection, type Delivery, type Receiver, type Sender, type Session } from "rhea";

/** What a server needs of rhea 3.0.5 beyond its typings, in one place; each part was read in its source. */

type AttachFields = {
  source?: unknown;
  target?: unknown;
  snd_settle_mode?: number;
  rcv_settle_mode?: number;
  max_message_size?: number;
};

type LinkInternals = {
  readonly local: { readonly attach: AttachFields };
  readonly remote: { readonly attach?: AttachFields };
  /** Credit the peer gave, less the transfers already written (not those still queued). */
  credit: number;
  delivery_count: number;
  issue_flow: boolean;
  _draining: boolean;
  _get_drain(): boolean;
};

type SessionInternals = {
  readonly outgoing: { available(): number };
  output(frame: unknown): void;
  on_transfer(frame: { performative: { message_format?: number } }): void;
};

type DeliveryInternals = { settled: boolean; remote_settled: boolean };

const frames = createRequire(import.meta.url)("rhea/lib/frames.js") as {
  // rhea publishes no typings for this module's path; `typings/frames.d.ts` describes it.
  disposition(fields: Record<string, unknown>): unknown;
};

export function linkInternals(link: Sender | Receiver): LinkInternals {
  return link as unknown as LinkInternals; // lib/link.js defines these fields on every link
}

function sessionInternals(session: Session): SessionInternals {
  return session as unknown as SessionInternals; // lib/session.js
}

function wake(connection: Connection): void {
  (connection as unknown as { _register(): void })._register(); // lib/connection.js: plans the writing of what is pending
}

/** How many more deliveries a session can hold before rhea's buffer overflows. */
function roomInSession(link: Sender): number {
  return sessionInternals(link.session).outgoing.available();
}

/**
 * Ends a delivery in a frame of its own. rhea merges neighbouring dispositions without comparing the outcome of the
 * first two, and never frees a delivery that its receiver settled in two steps.
 */
export function settleDelivery(delivery: Delivery, state: unknown): void {
  Object.assign(delivery as unknown as DeliveryInternals, { settled: true, remote_settled: true }); // lib/session.js
  const { session, connection } = delivery.link;
  const role = delivery.link.is_receiver();
  const fields = { role, first: delivery.id, last: delivery.id, settled: true, state };
  sessionInternals(session).output(frames.disposition(fields));
  wake(connection);
}

/** Message format under which rhea hands over the bytes of a message instead of decoding them. */
const rawFormat = 0x7f;
const batchFormat = 0x80013700;

/** Makes every message of a session arrive as bytes: the body must be stored as it was sent. */
export function keepRawMessages(session: Session): void {
  const internals = sessionInternals(session);
  const receive = internals.on_transfer.bind(internals);
  internals.on_transfer = (frame) => {
    if (frame.performative.message_format !== batchFormat) frame.performative.message_format = rawFormat;
    receive(frame);
  };
}

/** Whether a delivery is one of `createMessageBatch`: data sections that each hold a message. */
export function isBatch(delivery: Delivery): boolean {
  return delivery.format === batchFormat;
}

export type LinkCredit = {
  /** How many messages the peer can take now. */
  readonly capacity: () => number;
  /** A message was given to the link. */
  readonly sent: () => void;
  /** The peer asked to have its credit back: all there is was sent. */
  readonly drained: () => void;
};

/**
 * Makes a link answer a drain at once, also when no credit is left, which rhea does not: the client waits for it.
 */
export function manageCredit(link: Sender): LinkCredit {
  const internals = linkInternals(link);
  let handedOver = 0; // messages given to rhea and credit given back: what `delivery_count` becomes once all is written
  internals._get_drain = () => {
    if (!internals._draining) return false;
    handedOver += internals.credit;
    internals.delivery_count += internals.credit;
    internals.credit = 0;
    return true;
  };
  return {
    capacity: () => {
      if (!link.is_open() || roomInSession(link) < 2) return 0;
      return internals.credit - (handedOver - internals.delivery_count);
    },
    sent: () => {
      handedOver += 1;
    },
    drained: () => {
      internals.issue_flow = true;
      wake(link.connection);
    },
  };
}

/** Refuses a link as the protocol wants it: an attach without source and target, then a detach with the reason. */
export function refuseLink(link: Sender | Receiver, condition: string, description: string): void {
  const { attach } = linkInternals(link).local;
  attach.source = undefined;
  attach.target = undefined;
  link.close({ condition, description });
}

/** Accepts a link with the source, target and modes that its peer proposed. */
export function acceptLink(link: Sender | Receiver, maxMessageSize?: number): void {
  const { local, remote } = linkInternals(link);
  link.set_source({ address: link.source?.address });
  link.set_target({ address: link.target?.address });
  Object.assign(local.attach, {
    snd_settle_mode: remote.attach?.snd_settle_mode,
    rcv_settle_mode: remote.attach?.rcv_settle_mode,
    max_message_size: maxMessageSize,
  });
}

/** Breaks a connection as a network would: no detach, no close. */
export function breakConnection(connection: Connection): void {
  const { socket } = connection as unknown as { socket: { destroy(error: Error): void } }; // lib/connection.js
  socket.destroy(new Error("The connection was dropped on command."));
}

export const { message: codec, types: amqp } = rhea;
