import { CosmosClient } from "@azure/cosmos";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { blobDeadlineMs } from "../../../config/limits.ts";
import type { ReadyLine } from "../../../local/stack/ready-line.ts";
import { makeSnapshotBlobs } from "../../../src/adapters/blobs/make-snapshot-blobs.ts";
import { snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import type { Document } from "./document.ts";
import type { EndState } from "./invariants.ts";

/** Everything that is stored of a tenant, read past the product with the embedded servers' classic keys. */
export async function readStored(
  { cosmos, blobs }: Pick<ReadyLine, "cosmos" | "blobs">,
  tenantId: string,
): Promise<Omit<EndState, "accepted">> {
  const client = new CosmosClient({ endpoint: cosmos.endpoint, key: cosmos.key });
  try {
    const all = async (container: string): Promise<Document[]> => {
      const items = client.database(cosmos.database).container(container).items;
      return (await items.query<Document>("SELECT * FROM c", { partitionKey: tenantId }).fetchAll()).resources;
    };
    const [tenantData, heads] = await Promise.all([all("tenantData"), all("snapshots")]);
    // Heads have no kind of their own, unlike histories and events beside them; those that were abandoned are no snapshots.
    const own = heads.filter((head) => head["kind"] === undefined);
    const snapshots = own.map((head) => ({
      ...head,
      kind: head["state"] === "abandoned" ? "abandoned" : "snapshot",
    }));
    return { tenantData, snapshots, blobs: await readManifests(blobs, tenantId, snapshots) };
  } finally {
    client.dispose();
  }
}

/** The manifest that each head names, by snapshot and root hash. */
async function readManifests(
  { endpoint, account, key }: ReadyLine["blobs"],
  tenantId: string,
  snapshots: readonly Document[],
): Promise<Map<string, string>> {
  const service = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, key));
  const scope = openTenantScope(tenantIdSchema.parse(tenantId), "run");
  const container = { client: service.getContainerClient("snapshots"), deadlineMs: blobDeadlineMs };
  const stored = makeSnapshotBlobs(container, scope, () => undefined);
  const manifests = new Map<string, string>();
  for (const head of snapshots.filter(({ kind }) => kind === "snapshot")) {
    const { id, rootHash, manifestVersion } = snapshotSchema.parse(head);
    const manifest = await stored.readManifest(id, rootHash, manifestVersion);
    manifests.set(`${id}/${rootHash}`, manifest.state === "whole" ? manifest.text : "");
  }
  return manifests;
}
