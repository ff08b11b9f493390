import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import type { Random } from "../../src/random.ts";
import type { Load } from "./kill-series.ts";
import type { WriteLedger } from "./write-ledger.ts";

/** Create-only writes, overwrites and deletes. */
export const blobsLoad: Load = {
  server: "blobs",
  open: async ({ endpoint = "", account = "", key = "" }) => {
    const credential = new StorageSharedKeyCredential(account, key);
    const service = new BlobServiceClient(endpoint, credential, { retryOptions: { maxTries: 1 } });
    const container = service.getContainerClient("kills");
    await container.createIfNotExists();
    return {
      write: (name, ledger, random) => write(container, name, ledger, random),
      readAll: () => readAll(container),
      [Symbol.asyncDispose]: async () => undefined,
    };
  },
};

async function write(container: ContainerClient, name: string, ledger: WriteLedger, random: Random): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const path = `${name}/${turn}`;
    const blob = container.getBlockBlobClient(path);
    const first = contentOf(random);
    await ledger.change(path, first, () => blob.upload(first, first.length, { conditions: { ifNoneMatch: "*" } }));
    const second = contentOf(random);
    if (random.chance(40)) await ledger.change(path, second, () => blob.upload(second, second.length));
    if (random.chance(30)) await ledger.change(path, undefined, () => blob.delete());
  }
}

/** Between a few bytes and some hundred kilobytes, so that some writes are cut in their middle. */
function contentOf(random: Random): string {
  return random.guid().repeat(random.chance(10) ? random.integer(100, 8_000) : random.integer(1, 20));
}

async function readAll(container: ContainerClient): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const { name } of container.listBlobsFlat()) {
    found.set(name, String(await container.getBlobClient(name).downloadToBuffer()));
  }
  return found;
}
