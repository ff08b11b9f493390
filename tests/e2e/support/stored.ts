import { CosmosClient } from "@azure/cosmos";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { expect } from "vitest";
import { blobDeadlineMs } from "../../../config/limits.ts";
import type { ReadyLine } from "../../../local/stack/ready-line.ts";
import { makeSnapshotBlobs } from "../../../src/adapters/blobs/make-snapshot-blobs.ts";
import { parseManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { type Snapshot, snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import type { Damage } from "../../../src/domain/snapshot/stored-text.ts";
import { openTenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import type { Run } from "./run.ts";

/** What lies in the stores of a tenant, read past the product with the embedded servers' classic keys. */
export async function storedOf({ cosmos }: Pick<ReadyLine, "cosmos">, tenantId: string) {
  const client = new CosmosClient({ endpoint: cosmos.endpoint, key: cosmos.key });
  try {
    const database = client.database(cosmos.database);
    const all = async (container: string): Promise<unknown[]> => {
      const options = { partitionKey: tenantId };
      return (await database.container(container).items.query("SELECT * FROM c", options).fetchAll()).resources;
    };
    const [documents, heads] = await Promise.all([all("tenantData"), all("snapshots")]);
    // Histories of objects and events lie beside the heads.
    const sealed = heads.map(Object).filter(({ kind, state }) => kind === undefined && state !== "abandoned");
    const ofKind = (kind: string) => documents.map(Object).filter((each) => each.kind === kind);
    return {
      documents: documents.map(Object),
      runs: ofKind("run"),
      audit: ofKind("audit"),
      heads: sealed.map((each) => snapshotSchema.parse(each)),
    };
  } finally {
    client.dispose();
  }
}

/** Changes one document of a tenant past the product: what time, or somebody else, would have done. */
export async function alterStored(
  { cosmos }: Pick<ReadyLine, "cosmos">,
  tenantId: string,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const client = new CosmosClient({ endpoint: cosmos.endpoint, key: cosmos.key });
  try {
    const operations = Object.entries(changes).map(
      ([name, value]) => ({ op: "set", path: `/${name}`, value }) as const,
    );
    await client.database(cosmos.database).container("tenantData").item(id, tenantId).patch(operations);
  } finally {
    client.dispose();
  }
}

/** Actions of the audit entries about a run, in order of their names. */
export async function auditOf(ready: Pick<ReadyLine, "cosmos">, { tenantId, id }: Run): Promise<string[]> {
  const { audit } = await storedOf(ready, tenantId);
  return audit
    .filter(({ target }) => target === id)
    .map(({ action }) => String(action))
    .sort();
}

/** Fails unless the run's snapshot was sealed exactly once, and each byte that its head promises is there. */
export async function expectSealedOnce(ready: Pick<ReadyLine, "cosmos" | "blobs">, run: Run): Promise<Snapshot> {
  const { heads } = await storedOf(ready, run.tenantId);
  const [head, ...others] = heads.filter(({ runId }) => runId === run.id);
  expect(others).toEqual([]);
  if (!head) throw new Error(`No snapshot was sealed by the run ${run.id}.`);
  expect(head.id).toBe(run.result?.snapshotId);
  expect(head.counts).toEqual(run.counts);
  await expectWhole(ready, head);
  return head;
}

/** Fails unless the manifest that a head names is there and verifies, and so does every payload. */
async function expectWhole({ blobs }: Pick<ReadyLine, "blobs">, head: Snapshot): Promise<void> {
  const service = new BlobServiceClient(blobs.endpoint, new StorageSharedKeyCredential(blobs.account, blobs.key));
  const container = { client: service.getContainerClient("snapshots"), deadlineMs: blobDeadlineMs };
  const damage: Damage[] = [];
  const stored = makeSnapshotBlobs(container, openTenantScope(head.tenantId, "run"), (each) => void damage.push(each));
  const read = await stored.readManifest(head.id, head.rootHash, head.manifestVersion);
  const { manifest, rootHash } = parseManifestText(read.state === "whole" ? read.text : "");
  expect(rootHash).toBe(head.rootHash);
  expect(manifest.entries).toHaveLength(head.counts.succeeded);
  await Promise.all(
    manifest.entries.map(({ payloadHash, payloadVersion }) => stored.readPayload(payloadHash, payloadVersion)),
  );
  expect(damage).toEqual([]);
}
