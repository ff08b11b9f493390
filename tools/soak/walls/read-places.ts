import { gunzipSync } from "node:zlib";
import { CosmosClient } from "@azure/cosmos";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import storage from "../../../config/storage.json" with { type: "json" };
import type { Stack } from "../../../local/stack.ts";
import type { WatchedStack } from "../../stack/start-watched-stack.ts";
import type { Canary } from "./canary.ts";
import type { MarksFound } from "./marks-found.ts";

/** Every document and blob of canaries, past the product: each has marks of its own tenant alone. */
export async function readStores({ servers }: Stack, canaries: readonly Canary[], found: MarksFound): Promise<void> {
  const client = new CosmosClient({ endpoint: servers.cosmos.endpoint, key: servers.cosmos.key });
  try {
    const database = client.database(storage.database);
    const partitions = storage.containers.flatMap(({ name }) => canaries.map((canary) => ({ name, canary })));
    for (const { name, canary } of partitions) {
      const documents = database.container(name).items.query("SELECT * FROM c", { partitionKey: canary.id });
      for (const each of (await documents.fetchAll()).resources)
        found.lookIn("documents", JSON.stringify(each), [canary], `${name} ${each.id}`);
    }
  } finally {
    client.dispose();
  }
  await readBlobs(servers.blobs, canaries, found);
  await readBlobs(servers.transientBlobs, canaries, found);
}

type Account = Pick<Stack["servers"]["blobs"], "endpoint" | "key">;

async function readBlobs({ endpoint, key }: Account, canaries: readonly Canary[], found: MarksFound): Promise<void> {
  const account = endpoint.slice(endpoint.lastIndexOf("/") + 1);
  const service = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, key));
  for await (const { name: containerName } of service.listContainers()) {
    const container = service.getContainerClient(containerName);
    for await (const { name } of container.listBlobsFlat()) {
      const canary = canaries.find(({ id }) => name.startsWith(`${id}/`));
      found.lookIn("blob paths", name, canary ? [canary] : [], containerName);
      if (!canary) continue;
      found.lookIn("blobs", textOf(await container.getBlobClient(name).downloadToBuffer()), [canary], name);
    }
  }
}

function textOf(stored: Buffer): string {
  const isCompressed = stored[0] === 0x1f && stored[1] === 0x8b;
  return (isCompressed ? gunzipSync(stored) : stored).toString();
}

/** All that the product told those who run it, since it was started. */
export function readTold({ log, telemetry, messages }: WatchedStack["told"], found: MarksFound): void {
  for (const line of log) found.lookInTold("log lines", line);
  for (const record of telemetry.envelopes()) found.lookInTold("telemetry records", JSON.stringify(record));
  for (const message of messages) found.lookInTold("messages", message);
}
