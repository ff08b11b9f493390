import { ServiceBusClient, type ServiceBusMessage, type ServiceBusSender } from "@azure/service-bus";
import { Fault } from "../../domain/error/fault.ts";
import type { OperationMessage, OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { SendLimits } from "./send-limits.ts";

/** What the client library takes as a credential: an Entra token source. */
type Credential = ConstructorParameters<typeof ServiceBusClient>[1] & object;

export type OperationQueueOptions = {
  /** `host` or `host:port`; always over TLS. */
  readonly namespace: string;
  readonly credential: Credential;
  readonly queueName: string;
  readonly limits: SendLimits;
};

/** The queue of operations in Service Bus. It connects with the first send; disposing closes the connection. */
export function makeOperationQueue(options: OperationQueueOptions): OperationQueue & AsyncDisposable {
  const { limits } = options;
  const client = new ServiceBusClient(options.namespace, options.credential, {
    retryOptions: {
      timeoutInMs: limits.attemptTimeoutMs,
      maxRetries: limits.maxRetries,
      retryDelayInMs: limits.retryDelayMs,
    },
  });
  const sender = client.createSender(options.queueName);
  return {
    send: async (message, { messageId, traceparent }) => {
      const wholeMessage = { ...toServiceBusMessage(message, traceparent), messageId };
      await sendOne(sender, wholeMessage, AbortSignal.timeout(limits.totalTimeoutMs));
      return "sent";
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function sendOne(sender: ServiceBusSender, message: ServiceBusMessage, abortSignal: AbortSignal): Promise<void> {
  try {
    await sender.sendMessages(message, { abortSignal });
  } catch (cause) {
    throw new Fault("dispatch_failed", `Queue ${sender.entityPath} did not confirm the message.`, { cause });
  }
}

function toServiceBusMessage(body: OperationMessage, traceparent: string | undefined): ServiceBusMessage {
  const message = { body, contentType: "application/json" };
  // `Diagnostic-Id` is the name under which the Functions host looks for the trace.
  return traceparent ? { ...message, applicationProperties: { traceparent, "Diagnostic-Id": traceparent } } : message;
}
