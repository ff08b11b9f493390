import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { expect, test } from "vitest";
import type { Stack } from "../../local/stack.ts";
import { clientOf } from "./support/client.ts";
import { entriesOf, payloadOf, type Run, snapshotOf, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { expectSealedOnce } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const policy = aPolicy("Kept");

async function aSnapshot(stack: Stack): Promise<{ client: Awaited<ReturnType<typeof clientOf>>; run: Run }> {
  const tenant = await aTenant(stack);
  tenant.put(policies, [policy]);
  const client = await clientOf(stack, "operator");
  return { client, run: await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]) };
}

function containerOf({ ready: { blobs } }: Stack) {
  const service = new BlobServiceClient(blobs.endpoint, new StorageSharedKeyCredential(blobs.account, blobs.key));
  return service.getContainerClient("snapshots");
}

test("a snapshot tells until when the store keeps its manifest and payloads as they are", async () => {
  const stack = await sharedStack();
  const { client, run } = await aSnapshot(stack);
  const { immutability } = await snapshotOf(client, run);
  expect(immutability).toMatchObject({ state: "enforced", mode: "unlocked" });
  const until = "until" in immutability ? Date.parse(immutability.until) : 0;
  expect(until).toBeGreaterThan(Date.now());

  const [entry] = await entriesOf(client, run);
  const blob = containerOf(stack).getBlobClient(`${run.tenantId}/objects/${entry?.payloadHash}.json.gz`);
  expect((await blob.getProperties()).versionId).toBe(entry?.payloadVersion);
  await expect(blob.setHTTPHeaders({ blobContentType: "text/plain" })).rejects.toMatchObject({ statusCode: 409 });
});

test("a store that forgets retention in silence makes no snapshot that claims to be immutable", async () => {
  const stack = await sharedStack();
  stack.servers.blobs.control.ignoreImmutability(true);
  try {
    const { client, run } = await aSnapshot(stack);
    expect((await snapshotOf(client, run)).immutability).toEqual({ state: "not_enforced" });
  } finally {
    stack.servers.blobs.control.ignoreImmutability(false);
  }
});

test("a payload and a manifest that are written over are still read as they were sealed", async () => {
  const stack = await sharedStack();
  const { client, run } = await aSnapshot(stack);
  const container = containerOf(stack);
  for await (const { name } of container.listBlobsFlat({ prefix: `${run.tenantId}/` })) {
    await container.getBlockBlobClient(name).upload("forged", 6);
  }
  await expectSealedOnce(stack.ready, run);
  expect(await payloadOf(client, run, { type: "settingsCatalog", id: policy.id })).toMatchObject({ name: "Kept" });
});
