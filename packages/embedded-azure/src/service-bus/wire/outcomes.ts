import { BrokerError } from "../rules/broker-error.ts";
import { codec } from "./rhea-internals.ts";

type OutcomeName = "accepted" | "modified" | "rejected";
type OutcomeFactory = (fields?: Record<string, unknown>) => { described(): unknown };

// lib/message.js defines one factory per outcome, which its typings leave out.
const factories = codec as unknown as Record<OutcomeName, OutcomeFactory>;

export function outcome(name: OutcomeName): unknown {
  return factories[name]({}).described();
}

export function rejection(error: BrokerError): unknown {
  const { condition, message: description } = error;
  return factories.rejected({ error: { condition, description } }).described();
}

/** Whatever went wrong, as the protocol can say it; what is not a refusal of ours is logged on stderr too. */
export function toBrokerError(error: unknown): BrokerError {
  if (error instanceof BrokerError) return error;
  console.error("service-bus:", error);
  return new BrokerError("amqp:internal-error", "The server failed to handle the request.", 500);
}
