import type { ServiceBusClient, ServiceBusReceivedMessage, ServiceBusReceiver } from "@azure/service-bus";
import { queueNames } from "./target.ts";

const waitMs = 5_000;

/** Sends messages with these bodies, in this order. */
export async function send(client: ServiceBusClient, bodies: unknown[], queueName: string = queueNames.plain) {
  const sender = client.createSender(queueName);
  await sender.sendMessages(bodies.map((body) => ({ body })));
  await sender.close();
}

/** The next message, which must come. */
export async function receiveOne(receiver: ServiceBusReceiver): Promise<ServiceBusReceivedMessage> {
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: waitMs });
  if (!message) throw new Error(`No message came from ${receiver.entityPath} within ${waitMs} ms.`);
  return message;
}

/** Bodies of everything that can be received now. */
export async function receiveAll(receiver: ServiceBusReceiver): Promise<unknown[]> {
  const messages = await receiver.receiveMessages(1_000, { maxWaitTimeInMs: 300 });
  return messages.map((message) => message.body);
}

export function deadLettersOf(client: ServiceBusClient, queueName: string = queueNames.plain): ServiceBusReceiver {
  return client.createReceiver(queueName, { subQueueType: "deadLetter" });
}
