import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient } from "@azure/service-bus";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startStandaloneServiceBus } from "../../src/service-bus/standalone.ts";
import { receiveOne, send } from "./builders.ts";
import { config, queueNames } from "./target.ts";

describe("the server alone", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "service-bus-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("announces where it is, and serves the queues of its configuration by connection string", async () => {
    const { server, line } = await startStandaloneServiceBus({ port: 0, dir, config });
    expect(line).toMatchObject({ ready: true, namespace: `localhost:${server.port}`, ca: join(dir, "tls", "ca.pem") });
    const client = new ServiceBusClient(String(line["connectionString"]));
    await send(client, ["one"]);
    expect(await receiveOne(client.createReceiver(queueNames.plain))).toMatchObject({ body: "one" });
    await client.close();
    await server.close();
  });

  it("keeps its key over a restart, so that a connection string still opens it", async () => {
    const keyOf = async () => {
      const { server, line } = await startStandaloneServiceBus({ port: 0, dir, config });
      await server.close();
      return /SharedAccessKey=([^;]+)/.exec(String(line["connectionString"]))?.[1];
    };
    const first = await keyOf();
    expect(first).toBeTruthy();
    expect(await keyOf()).toBe(first);
  });
});
