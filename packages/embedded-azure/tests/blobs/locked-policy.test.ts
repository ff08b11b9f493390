import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBlobService, aName, type LocalBlobService, refusalOf } from "./a-blob-service.ts";

// Never against a real account: what is locked there stays for its time, and so does the account.
let nowMs = Date.parse("2026-11-24T12:00:00Z");
let service: LocalBlobService;
beforeAll(async () => {
  service = await aLocalBlobService({ nowMs: () => nowMs });
});
afterAll(() => service[Symbol.asyncDispose]());

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(nowMs + days * dayMs);

async function aLockedBlob() {
  const blob = service.byKey().getContainerClient("snapshots").getBlockBlobClient(aName());
  const { versionId = "" } = await blob.upload("kept", 4);
  await blob.setImmutabilityPolicy({ expiriesOn: inDays(2), policyMode: "Locked" });
  return { blob, versionId };
}

const immutable = { status: 409, code: "BlobImmutableDueToPolicy" };

describe("a locked policy", () => {
  it("can be extended", async () => {
    const { blob } = await aLockedBlob();
    await blob.setImmutabilityPolicy({ expiriesOn: inDays(5), policyMode: "Locked" });
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toEqual(inDays(5));
  });

  it("can be neither shortened, unlocked nor taken away", async () => {
    const { blob } = await aLockedBlob();
    const shorten = blob.setImmutabilityPolicy({ expiriesOn: inDays(1), policyMode: "Locked" });
    expect(await refusalOf(shorten)).toEqual(immutable);
    const unlock = blob.setImmutabilityPolicy({ expiriesOn: inDays(3), policyMode: "Unlocked" });
    expect(await refusalOf(unlock)).toEqual(immutable);
    expect(await refusalOf(blob.deleteImmutabilityPolicy())).toEqual(immutable);
  });

  it("protects until its time has passed", async () => {
    const { blob, versionId } = await aLockedBlob();
    await blob.delete();
    const version = blob.withVersion(versionId);
    expect(await refusalOf(version.delete())).toEqual(immutable);
    nowMs += 2 * dayMs + 1;
    await version.delete();
    expect((await refusalOf(version.download())).code).toBe("BlobNotFound");
  });
});

describe("a server that was told to ignore immutability", () => {
  it("accepts the request and shows no policy when read back", async () => {
    service.blobs.control.ignoreImmutability(true);
    const blob = service.byKey().getContainerClient("snapshots").getBlockBlobClient(aName());
    const policy = { expiriesOn: inDays(1), policyMode: "Unlocked" as const };
    await blob.upload("kept", 4, { immutabilityPolicy: policy });
    await blob.setImmutabilityPolicy(policy);
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toBeUndefined();
    service.blobs.control.ignoreImmutability(false);
  });
});
