import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient } from "@azure/service-bus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access, Action, Caller } from "../../src/access/access.ts";
import { type RunningServiceBus, startServiceBus } from "../../src/service-bus/start-service-bus.ts";
import { openAuthority } from "../../src/tls/make-authority.ts";
import { trust } from "../../src/tls/trust.ts";
import { receiveOne } from "./builders.ts";
import { config, queueNames } from "./target.ts";

const rights: Record<string, readonly Action[]> = {
  sender: ["serviceBus/send"],
  receiver: ["serviceBus/receive"],
  both: ["serviceBus/send", "serviceBus/receive"],
};

/** Tokens are the names of the callers; each may use only the first queue. */
const access: Access = {
  callerOf: async (token, audience) => {
    if (audience !== "https://servicebus.azure.net" || !(token in rights)) return undefined;
    return { principalId: token, clientId: token, tenantId: "t", roles: [] } satisfies Caller;
  },
  may: ({ principalId }, action, resource) =>
    resource === `serviceBus/${queueNames.plain}` && (rights[principalId]?.includes(action) ?? false),
};

const askedScopes = new Set<string>();

function clientOf(server: RunningServiceBus, token: string): ServiceBusClient {
  const getToken = async (scopes: string | string[]) => {
    for (const scope of [scopes].flat()) askedScopes.add(scope);
    return { token, expiresOnTimestamp: Date.now() + 3_600_000 };
  };
  return new ServiceBusClient(server.namespace, { getToken }, { retryOptions: { maxRetries: 0 } });
}

describe("token callers over TLS", () => {
  let server: RunningServiceBus;
  let dir: string;
  const clients: ServiceBusClient[] = [];
  const connect = (token: string) => {
    const client = clientOf(server, token);
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "service-bus-"));
    const authority = await openAuthority(join(dir, "tls"));
    trust(authority.caPem);
    server = await startServiceBus({ dir, port: 0, plainPort: 0, tls: authority.issue(), access, config });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await server.close();
    await rm(dir, { recursive: true });
  });

  const unauthorized = { code: "UnauthorizedAccess" };

  it("token callers over TLS are served through the unmodified client, which asks for a Service Bus token", async () => {
    const client = connect("both");
    await client.createSender(queueNames.plain).sendMessages({ body: "one" });
    const receiver = client.createReceiver(queueNames.plain);
    const message = await receiveOne(receiver);
    await receiver.renewMessageLock(message);
    await receiver.completeMessage(message);
    expect(message.body).toBe("one");
    expect([...askedScopes]).toEqual(["https://servicebus.azure.net//.default"]);
  });

  it("may not receive with the right to send alone", async () => {
    const client = connect("sender");
    await client.createSender(queueNames.plain).sendMessages({ body: "one" });
    const receiver = client.createReceiver(queueNames.plain);
    await expect(receiver.receiveMessages(1)).rejects.toMatchObject(unauthorized);
    await expect(receiver.peekMessages(1)).rejects.toMatchObject(unauthorized);
  });

  it("may not receive dead letters with the right to send alone", async () => {
    const receiver = connect("sender").createReceiver(queueNames.plain, { subQueueType: "deadLetter" });
    await expect(receiver.receiveMessages(1)).rejects.toMatchObject(unauthorized);
  });

  it("may not send with the right to receive alone", async () => {
    const sender = connect("receiver").createSender(queueNames.plain);
    await expect(sender.sendMessages({ body: 1 })).rejects.toMatchObject(unauthorized);
    await expect(sender.scheduleMessages({ body: 1 }, new Date())).rejects.toMatchObject(unauthorized);
  });

  it("may not use a queue that their role does not cover", async () => {
    const sender = connect("both").createSender(queueNames.duplicates);
    await expect(sender.sendMessages({ body: 1 })).rejects.toMatchObject(unauthorized);
  });

  it("token callers over TLS are refused with a token that is not valid", async () => {
    const sender = connect("forged").createSender(queueNames.plain);
    await expect(sender.sendMessages({ body: 1 })).rejects.toMatchObject(unauthorized);
  });
});
