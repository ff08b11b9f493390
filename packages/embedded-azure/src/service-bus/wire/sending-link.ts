import type { Delivery, Receiver } from "rhea";
import { z } from "zod";
import { queueOfPath } from "../rules/broker.ts";
import { messageTooLarge, notAllowed, serverBusy } from "../rules/broker-error.ts";
import { type ConnectionState, isManagement, maxMessageBytes, type WireDeps } from "./context.ts";
import { handleManagementRequest } from "./management-requests.ts";
import { parseMessage } from "./message-bytes.ts";
import { outcome, rejection, toBrokerError } from "./outcomes.ts";
import { parseRequest } from "./requests.ts";
import { acceptLink, breakConnection, codec, isBatch, refuseLink, settleDelivery } from "./rhea-internals.ts";
import { handleTokenRequest } from "./token-requests.ts";

/** Opens a link on which the client sends: messages to a queue, or requests to a node. */
export function openSendingLink(deps: WireDeps, state: ConnectionState, link: Receiver): void {
  const path = addressOf(link);
  try {
    if (path === "$cbs" || isManagement(path)) {
      acceptLink(link);
      return;
    }
    deps.faults.count("open-sender");
    state.claims.require(path, "send");
    deps.broker.find(path);
    if (queueOfPath(path) !== path) throw notAllowed(`Messages cannot be sent to '${path}'.`);
    acceptLink(link, maxMessageBytes);
  } catch (error) {
    const { condition, message } = toBrokerError(error);
    refuseLink(link, condition, message);
  }
}

/** Takes one delivery of the client. */
export function takeDelivery(deps: WireDeps, state: ConnectionState, delivery: Delivery, raw: Buffer): void {
  // A link on which messages arrive is a receiver of this server.
  const path = addressOf(delivery.link as Receiver);
  if (path !== "$cbs" && !isManagement(path)) {
    takeMessages(deps, path, delivery, raw);
    return;
  }
  settleDelivery(delivery, outcome("accepted"));
  const request = parseRequest(raw);
  if (isManagement(path)) {
    handleManagementRequest(deps, state, path, request);
    return;
  }
  void handleTokenRequest(deps, state, request);
}

function takeMessages(deps: WireDeps, path: string, delivery: Delivery, raw: Buffer): void {
  const { faults, broker, afterCommit } = deps;
  try {
    faults.count(isBatch(delivery) ? "send-batch" : "send");
    if (raw.length > maxMessageBytes) throw messageTooLarge(raw.length, maxMessageBytes);
    if (faults.takeRejectSend(path)) throw serverBusy();
    const queue = broker.find(path);
    // All are parsed before the first is put: a batch is taken as a whole or not at all.
    const sent = messagesOf(delivery, raw);
    for (const message of sent.map(parseMessage)) queue.put(message);
    for (const message of sent) faults.sent(path, message);
    deps.arm();
    afterCommit(() => {
      if (faults.takeDropAfterAccept(path)) return breakConnection(delivery.link.connection);
      return settleDelivery(delivery, outcome("accepted"));
    });
  } catch (error) {
    settleDelivery(delivery, rejection(toBrokerError(error)));
  }
}

// How rhea decodes one data section, or several.
const batchSchema = z.object({
  content: z.union([z.array(z.instanceof(Buffer)), z.instanceof(Buffer).transform((only) => [only])]),
});

function messagesOf(delivery: Delivery, raw: Buffer): Buffer[] {
  if (!isBatch(delivery)) return [raw];
  return batchSchema.parse(codec.decode(raw)["body"]).content;
}

function addressOf(link: Receiver): string {
  return link.target?.address ?? "";
}
