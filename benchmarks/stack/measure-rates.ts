import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CosmosClient } from "@azure/cosmos";
import { ServiceBusClient } from "@azure/service-bus";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { durableLoad } from "@tenantpilot/embedded-azure/kills/durable";
import { type StandaloneProcess, startServerProcess } from "@tenantpilot/embedded-azure/kills/standalone-process";
import queues from "../../config/queues.json" with { type: "json" };
import { type Rate, rateOf } from "./rate.ts";

// Sizes and numbers at a time are those of the studies, so that the figures beside ours compare
// (wire/cosmos.md 1.2, wire/service-bus.md 2.2, wire/blobs.md, wire/durable.md 3).

type Line = StandaloneProcess["line"];

const program = fileURLToPath(new URL("../../local/standalone.ts", import.meta.url));

async function cosmosRates({ endpoint = "", key = "", database = "" }: Line): Promise<Rate[]> {
  const client = new CosmosClient({ endpoint, key });
  const container = client.database(database).container("snapshots");
  const text = "x".repeat(1_000);
  const create = (turn: number) => container.items.create({ id: `i${turn}`, tenantId: "t", text });
  const read = (turn: number) => container.item(`i${turn}`, "t").read();
  const rates = [
    { what: "cosmos create", perSecond: await rateOf(2_000, 8, create), studied: "1,897 with fsync, 2,389 without" },
    { what: "cosmos point read", perSecond: await rateOf(2_000, 8, read), studied: "4,063" },
  ];
  client.dispose();
  return rates;
}

async function serviceBusRates({ connectionString = "" }: Line): Promise<Rate[]> {
  const client = new ServiceBusClient(connectionString);
  const queueName = queues.queues[0]?.name ?? "";
  const sender = client.createSender(queueName);
  const receiver = client.createReceiver(queueName);
  const body = "x".repeat(1_000);
  const send = (turn: number) => sender.sendMessages({ body, messageId: String(turn) });
  const receive = async () => {
    const messages = await receiver.receiveMessages(50);
    await Promise.all(messages.map((message) => receiver.completeMessage(message)));
  };
  const sent = await rateOf(2_000, 8, send);
  const received = 50 * (await rateOf(40, 1, receive));
  await client.close();
  return [
    { what: "service bus send", perSecond: sent, studied: "3,800 to 4,100 with fsync" },
    { what: "service bus receive and complete", perSecond: received, studied: "5,847 with fsync" },
  ];
}

async function blobRates({ endpoint = "", account = "", key = "" }: Line): Promise<Rate[]> {
  const service = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, key));
  const container = service.getContainerClient("snapshots");
  const bytes = Buffer.alloc(10_000, 7);
  const conditions = { ifNoneMatch: "*" };
  const put = (turn: number) => container.getBlockBlobClient(`b${turn}`).upload(bytes, bytes.length, { conditions });
  const get = (turn: number) => container.getBlobClient(`b${turn}`).downloadToBuffer();
  return [
    { what: "blobs put 10 KB", perSecond: await rateOf(1_000, 16, put), studied: "421 to 592 (Azurite, loses them)" },
    { what: "blobs get 10 KB", perSecond: await rateOf(1_000, 16, get), studied: "620 to 735 (Azurite)" },
  ];
}

async function durableRates({ endpoint = "", key = "" }: Line): Promise<Rate[]> {
  const [starts, activities] = [100, 20];
  const headers = { "x-functions-key": key };
  const isIdle = async () => {
    const answer = await fetch(`${endpoint}/admin/durable/idle`, { headers });
    return Object(await answer.json()).idle === true;
  };
  const startedAt = performance.now();
  await rateOf(starts, 8, (turn) => fetch(`${endpoint}/api/start/s${turn}/${activities}`, { method: "POST" }));
  while (!(await isIdle()));
  const perSecond = (starts * activities) / ((performance.now() - startedAt) / 1_000);
  return [{ what: "durable activities", perSecond, studied: "2,300 to 5,600" }];
}

async function graphRates({ endpoint = "", controlKey = "" }: Line): Promise<Rate[]> {
  const tenant = "3f1c8a52-7f0e-4b7e-9d0a-6a1f6a1f0001";
  const made = await fetch(`${endpoint}/_control/tenants/${tenant}`, {
    method: "PUT",
    headers: { "x-control-key": controlKey, "content-type": "application/json" },
    body: JSON.stringify({ id: tenant, name: "Measured" }),
  });
  if (!made.ok) throw new Error(`Graph's control answered ${made.status}.`);
  const headers = { authorization: `Bearer tenant:${tenant}` };
  const list = async () => {
    const answer = await fetch(`${endpoint}/beta/deviceManagement/configurationPolicies`, { headers });
    await answer.arrayBuffer();
  };
  return [{ what: "graph list of an empty collection", perSecond: await rateOf(1_000, 8, list) }];
}

const measured: readonly [string, (line: Line) => Promise<Rate[]>, (readonly string[])?][] = [
  ["cosmos", cosmosRates],
  ["service-bus", serviceBusRates],
  ["blobs", blobRates],
  ["host", durableRates, durableLoad.options ?? []],
  ["graph", graphRates],
];

/** The throughput of each embedded server, alone in a process of its own, through the real SDK. */
export async function measureRates(): Promise<Rate[]> {
  const rates: Rate[] = [];
  for (const [server, measure, options = []] of measured) {
    const dir = await mkdtemp(join(tmpdir(), "bench-stack-"));
    await using running = await startServerProcess(program, server, dir, ...options);
    rates.push(...(await measure(running.line)));
    await running.kill();
    await rm(dir, { recursive: true, force: true });
  }
  return rates;
}
