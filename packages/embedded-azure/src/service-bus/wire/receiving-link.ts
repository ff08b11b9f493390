import type { Delivery, Sender } from "rhea";
import { notAllowed } from "../rules/broker-error.ts";
import type { Consumer } from "../rules/consumers.ts";
import type { Queue } from "../rules/queue.ts";
import { type ConnectionState, entityOfManagement, isManagement, type WireDeps } from "./context.ts";
import { encodeMessage } from "./message-bytes.ts";
import { toBrokerError } from "./outcomes.ts";
import { acceptLink, linkInternals, manageCredit, refuseLink } from "./rhea-internals.ts";

/** Which message a delivery carries: what a settlement of the client is about. */
export type Deliveries = WeakMap<Delivery, { readonly queue: Queue; readonly token: string }>;

/** The `snd-settle-mode` of a receiver whose messages are deleted as they are sent. */
const settledBySender = 1;

/** Opens a link on which the client receives: messages of a queue, or answers of a node. */
export function openReceivingLink(deps: WireDeps, state: ConnectionState, link: Sender, deliveries: Deliveries): void {
  const path = link.source?.address ?? "";
  try {
    if (path === "$cbs" || isManagement(path)) {
      openReplyLink(deps, state, link, path);
      return;
    }
    deps.faults.count("open-receiver");
    state.claims.require(path, "receive");
    refuseSessions(link);
    const queue = deps.broker.find(path);
    acceptLink(link);
    consume(deps, state, queue, link, deliveries);
  } catch (error) {
    const { condition, message } = toBrokerError(error);
    refuseLink(link, condition, message);
  }
}

function openReplyLink({ broker }: WireDeps, state: ConnectionState, link: Sender, path: string): void {
  if (isManagement(path)) broker.find(entityOfManagement(path));
  acceptLink(link);
  // A request names the link by the address of its target; that of `$cbs` has none, so its name stands for it.
  for (const name of [link.name, link.target?.address]) if (name) state.replyLinks.set(name, link);
  state.leave.set(link, () => {
    for (const [name, other] of state.replyLinks) if (other === link) state.replyLinks.delete(name);
  });
}

function refuseSessions(link: Sender): void {
  const filter: unknown = link.source?.filter;
  if (typeof filter !== "object" || filter === null || !("com.microsoft:session-filter" in filter)) return;
  throw notAllowed("A sessionful message receiver cannot be created on an entity that does not require sessions.");
}

function consume(deps: WireDeps, state: ConnectionState, queue: Queue, link: Sender, deliveries: Deliveries): void {
  const credit = manageCredit(link);
  const isReceiveAndDelete = linkInternals(link).local.attach.snd_settle_mode === settledBySender;
  const consumer: Consumer = {
    mode: isReceiveAndDelete ? "receiveAndDelete" : "peekLock",
    capacity: credit.capacity,
    deliver: (message, lock) => {
      const tag = lock ? Buffer.from(lock.token, "hex") : Buffer.from(String(message.sequence));
      const delivery = link.send(encodeMessage(message, lock?.until), tag, 0);
      credit.sent();
      if (lock) deliveries.set(delivery, { queue, token: lock.token });
      deps.arm();
    },
  };
  link.on("sender_flow", () => queue.pumpSoon());
  link.on("sender_draining", () => {
    queue.pump();
    credit.drained();
  });
  queue.attach(consumer);
  state.leave.set(link, () => queue.detach(consumer));
}
