import type { Delivery } from "rhea";
import { z } from "zod";
import { notSupported } from "../rules/broker-error.ts";
import type { Settlement } from "../rules/message.ts";
import type { WireDeps } from "./context.ts";
import { outcome, rejection, toBrokerError } from "./outcomes.ts";
import type { Deliveries } from "./receiving-link.ts";
import { settleDelivery } from "./rhea-internals.ts";

export type OutcomeName = "accepted" | "rejected" | "released" | "modified";

const properties = z.record(z.string(), z.unknown()).nullish();
const modifiedSchema = z.object({ undeliverable_here: z.boolean().nullish(), message_annotations: properties });
const rejectedSchema = z.object({ error: z.object({ info: properties }).nullish() });

/** Does what the client decided about a delivery, and confirms it once it is on disk. */
export function takeSettlement(deps: WireDeps, deliveries: Deliveries, name: OutcomeName, delivery: Delivery): void {
  const held = deliveries.get(delivery);
  if (!held || delivery.settled) return;
  try {
    const settlement = toSettlement(name, delivery.remote_state);
    deps.faults.count(settlement.kind);
    held.queue.settle(held.token, settlement);
    const confirmed = outcome(confirmations[settlement.kind]);
    deps.afterCommit(() => settleDelivery(delivery, confirmed));
  } catch (error) {
    settleDelivery(delivery, rejection(toBrokerError(error)));
  }
}

const confirmations = { complete: "accepted", abandon: "modified", deadLetter: "rejected" } as const;

function toSettlement(name: OutcomeName, state: unknown): Settlement {
  switch (name) {
    case "accepted":
      return { kind: "complete" };
    case "released":
      return { kind: "abandon", properties: {} };
    case "modified":
      return toAbandon(modifiedSchema.parse(state));
    case "rejected":
      return toDeadLetter(rejectedSchema.parse(state).error?.info ?? {});
  }
}

function toAbandon(state: z.output<typeof modifiedSchema>): Settlement {
  if (state.undeliverable_here) throw notSupported("deferring a message");
  return { kind: "abandon", properties: state.message_annotations ?? {} };
}

function toDeadLetter(info: Record<string, unknown>): Settlement {
  const { DeadLetterReason: reason, DeadLetterErrorDescription: description, ...others } = info;
  const deadLetterReason = { reason: toText(reason), description: toText(description) };
  return { kind: "deadLetter", properties: others, reason: deadLetterReason };
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
