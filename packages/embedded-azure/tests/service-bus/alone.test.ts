import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient } from "@azure/service-bus";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServiceBusAlone } from "../../src/service-bus/alone.ts";
import { receiveOne, send } from "./builders.ts";
import { config, queueNames } from "./target.ts";

describe("the server alone", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "service-bus-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("announces where it is, and serves the product's queues by connection string", async () => {
    const { server, line } = await startServiceBusAlone({ port: 0, dir });
    expect(line).toMatchObject({ ready: true, namespace: `localhost:${server.port}`, ca: join(dir, "tls", "ca.pem") });
    const client = new ServiceBusClient(String(line["connectionString"]));
    await send(client, ["one"], "operations");
    expect(await receiveOne(client.createReceiver("operations"))).toMatchObject({ body: "one" });
    await client.close();
    await server.close();
  });

  it("serves the queues of a configuration file", async () => {
    const configFile = join(dir, "Config.json");
    await writeFile(configFile, JSON.stringify(config));
    const { server } = await startServiceBusAlone({ port: 0, dir, configFile });
    expect(server.control.counts(queueNames.expiring)).toMatchObject({ active: 0 });
    await server.close();
  });
});
