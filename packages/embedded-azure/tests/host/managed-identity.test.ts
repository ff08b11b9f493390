import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient } from "@azure/service-bus";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectServiceBus } from "../../src/host/service-bus/connect.ts";
import { startServiceBus } from "../../src/service-bus/start-service-bus.ts";
import { anEntra } from "../entra/an-entra.ts";
import { forkHost } from "./host-process.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-identity-"));
});
afterEach(() => rm(dir, { recursive: true }));

describe("the Service Bus connection of a trigger", () => {
  it("signs in over TLS with the managed identity that the settings name", async () => {
    await using entra = await anEntra({ dir: join(dir, "entra") });
    await using bus = await startServiceBus({
      dir: join(dir, "bus"),
      port: 0,
      plainPort: 0,
      tls: entra.tls,
      access: entra.access,
      config: { UserConfig: { Namespaces: [{ Name: "n", Queues: [{ Name: "operations" }] }] } },
    });
    const identity = entra.environmentOf("worker");
    const host = await forkHost(join(import.meta.dirname, "apps/queues"), join(dir, "host"), {
      ...identity,
      NODE_EXTRA_CA_CERTS: entra.caFile,
      ORDER_QUEUE: "operations",
      SERVICE_BUS__fullyQualifiedNamespace: bus.namespace,
      SERVICE_BUS__credential: "managedidentity",
      SERVICE_BUS__clientId: identity.MANAGED_IDENTITY_CLIENT_ID,
    });
    const client = new ServiceBusClient(bus.connectionString);
    await client.createSender("operations").sendMessages({ messageId: "1", body: { id: "1", outcome: "complete" } });
    await expect.poll(() => bus.control.operations()["complete"], { timeout: 60_000 }).toBe(1);
    await client.close();
    await host.kill();
  });

  it.each([
    ["without a namespace", {}, "SERVICE_BUS__fullyQualifiedNamespace is missing"],
    [
      "with a managed identity that is not named",
      { SERVICE_BUS__fullyQualifiedNamespace: "localhost:1", SERVICE_BUS__credential: "managedidentity" },
      "SERVICE_BUS__clientId",
    ],
  ])("is refused %s", (_what, env, text) => {
    expect(() => connectServiceBus("SERVICE_BUS", env)).toThrow(text);
  });
});
