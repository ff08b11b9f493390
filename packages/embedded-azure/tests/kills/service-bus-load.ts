import { fileURLToPath } from "node:url";
import { ServiceBusClient, type ServiceBusReceiver } from "@azure/service-bus";
import type { Random } from "../../src/random.ts";
import type { Load, Session } from "./kill-series.ts";
import type { WriteLedger } from "./write-ledger.ts";

const queueName = "kills";
const configFile = fileURLToPath(new URL("./service-bus.json", import.meta.url));

/** Sends, completes, dead-letters and abandons. */
export const serviceBusLoad: Load = {
  server: "service-bus",
  options: ["--config", configFile],
  open: async ({ connectionString = "" }) => {
    const retryOptions = { maxRetries: 0, timeoutInMs: 1_000 };
    const client = new ServiceBusClient(connectionString, { retryOptions });
    const stop = new AbortController();
    return {
      write: (name, ledger, random) => write(client, { name, ledger, random, stop }),
      readAll: () => readAll(client),
      [Symbol.asyncDispose]: () => client.close(),
    };
  },
};

type Writer = {
  readonly name: string;
  readonly ledger: WriteLedger;
  readonly random: Random;
  readonly stop: AbortController;
};

/** Half of the writers send, the others receive what there is, whoever sent it. */
async function write(client: ServiceBusClient, writer: Writer): ReturnType<Session["write"]> {
  const isSender = /[02]$/.test(writer.name);
  try {
    return await (isSender ? sendAll(client, writer) : receiveAll(client, writer));
  } finally {
    writer.stop.abort();
  }
}

async function sendAll(client: ServiceBusClient, { name, ledger }: Writer): Promise<never> {
  const sender = client.createSender(queueName);
  for (let turn = 0; ; turn += 1) {
    const body = `${name}-${turn}`;
    await ledger.change(body, "queued", () => sender.sendMessages({ body, messageId: body }));
  }
}

async function receiveAll(client: ServiceBusClient, { ledger, random, stop }: Writer): Promise<never> {
  const receiver = client.createReceiver(queueName);
  const options = { maxWaitTimeInMs: 200, abortSignal: stop.signal };
  for (;;) {
    for (const message of await receiver.receiveMessages(5, options)) {
      const key = String(message.body);
      if (random.chance(20)) await receiver.abandonMessage(message);
      else if (random.chance(30)) await ledger.change(key, "dead", () => receiver.deadLetterMessage(message));
      else await ledger.change(key, undefined, () => receiver.completeMessage(message));
    }
  }
}

async function readAll(client: ServiceBusClient): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await peekInto(found, "queued", client.createReceiver(queueName));
  await peekInto(found, "dead", client.createReceiver(queueName, { subQueueType: "deadLetter" }));
  return found;
}

async function peekInto(found: Map<string, string>, state: string, receiver: ServiceBusReceiver): Promise<void> {
  for (;;) {
    const messages = await receiver.peekMessages(250);
    if (messages.length === 0) return receiver.close();
    for (const { body } of messages) found.set(found.has(body) ? `${body} a second time` : body, state);
  }
}
