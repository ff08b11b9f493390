import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBlobService, aName, type BlobService, refusalOf } from "./a-blob-service.ts";

let service: BlobService;
beforeAll(async () => {
  service = await aBlobService();
});
afterAll(() => service[Symbol.asyncDispose]());

const aBlob = (name = aName()) => service.container.getBlockBlobClient(name);

const dayMs = 86_400_000;

/** Retention until some days from now; HTTP dates have whole seconds. */
function inDays(days: number): Date {
  return new Date(Math.floor((Date.now() + days * dayMs) / 1000) * 1000);
}

async function writeTwice() {
  const blob = aBlob();
  const { versionId: first = "" } = await blob.upload("first", 5);
  const { versionId: second = "" } = await blob.upload("second", 6);
  return { blob, first, second };
}

describe("versions", () => {
  it("versions keep what an overwrite replaced, readable by its version id", async () => {
    const { blob, first, second } = await writeTwice();
    expect((await blob.downloadToBuffer()).toString()).toBe("second");
    expect((await blob.withVersion(first).downloadToBuffer()).toString()).toBe("first");
    expect((await blob.withVersion(first).getProperties()).isCurrentVersion).toBeUndefined();
    expect((await blob.withVersion(second).getProperties()).isCurrentVersion).toBe(true);
  });

  it("versions are listed from the oldest to the newest when asked for", async () => {
    const { blob, first, second } = await writeTwice();
    const listed: unknown[] = [];
    for await (const item of service.container.listBlobsFlat({ prefix: blob.name, includeVersions: true })) {
      listed.push([item.versionId, item.isCurrentVersion ?? false]);
    }
    expect(listed).toEqual([
      [first, false],
      [second, true],
    ]);
  });

  it("versions survive a delete without a version id", async () => {
    const { blob, second } = await writeTwice();
    await blob.delete();
    expect(await blob.exists()).toBe(false);
    expect((await blob.withVersion(second).downloadToBuffer()).toString()).toBe("second");
    expect((await blob.upload("new", 3, { conditions: { ifNoneMatch: "*" } })).versionId).not.toBe(second);
  });

  it("versions are deleted for good by their id, but never the current one", async () => {
    const { blob, first, second } = await writeTwice();
    await blob.withVersion(first).delete();
    expect((await refusalOf(blob.withVersion(first).download())).code).toBe("BlobNotFound");
    expect(await refusalOf(blob.withVersion(second).delete())).toEqual({
      status: 403,
      code: "OperationNotAllowedOnRootBlob",
    });
  });

  it("versions share bytes when only metadata changed, and keep them until the last is gone", async () => {
    const blob = aBlob();
    const { versionId = "" } = await blob.upload("shared", 6);
    await blob.setMetadata({ a: "1" });
    await blob.withVersion(versionId).delete();
    expect((await blob.downloadToBuffer()).toString()).toBe("shared");
  });
});

describe("an immutability policy", () => {
  const unlocked = (days: number) => ({ expiriesOn: inDays(days), policyMode: "Unlocked" as const });

  it("an immutability policy given at upload protects that version from being deleted and altered", async () => {
    const blob = aBlob();
    const policy = unlocked(1);
    const { versionId = "" } = await blob.upload("kept", 4, { immutabilityPolicy: policy });
    const read = await blob.getProperties();
    expect(read.immutabilityPolicyExpiresOn).toEqual(policy.expiriesOn);
    expect(read.immutabilityPolicyMode?.toLowerCase()).toBe("unlocked");
    expect(await refusalOf(blob.setHTTPHeaders({ blobContentType: "text/plain" }))).toEqual({
      status: 409,
      code: "BlobImmutableDueToPolicy",
    });
    await blob.delete();
    const version = blob.withVersion(versionId);
    expect(await refusalOf(version.delete())).toEqual({ status: 409, code: "BlobImmutableDueToPolicy" });
    expect((await version.downloadToBuffer()).toString()).toBe("kept");
    await version.deleteImmutabilityPolicy();
  });

  it("does not stop an overwrite, which makes a version of its own without protection", async () => {
    const blob = aBlob();
    const { versionId = "" } = await blob.upload("kept", 4, { immutabilityPolicy: unlocked(1) });
    await blob.upload("over", 4);
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toBeUndefined();
    const kept = blob.withVersion(versionId);
    expect((await kept.downloadToBuffer()).toString()).toBe("kept");
    expect(await refusalOf(kept.delete())).toEqual({ status: 409, code: "BlobImmutableDueToPolicy" });
    await kept.deleteImmutabilityPolicy();
  });

  it("an immutability policy that is unlocked can be extended, shortened and taken away, and leaves the etag as it was", async () => {
    const blob = aBlob();
    const { etag } = await blob.upload("kept", 4);
    for (const days of [1, 3, 2]) {
      const policy = unlocked(days);
      await blob.setImmutabilityPolicy(policy);
      expect(await blob.getProperties()).toMatchObject({ immutabilityPolicyExpiresOn: policy.expiriesOn, etag });
    }
    await blob.deleteImmutabilityPolicy();
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toBeUndefined();
  });

  it("is listed when asked for", async () => {
    const blob = aBlob();
    const policy = unlocked(1);
    await blob.upload("kept", 4, { immutabilityPolicy: policy });
    const listing = service.container.listBlobsFlat({ prefix: blob.name, includeImmutabilityPolicy: true });
    const { value } = await listing.next();
    expect(value.properties.immutabilityPolicyExpiresOn).toEqual(policy.expiriesOn);
    await blob.deleteImmutabilityPolicy();
  });

  it("cannot end in the past", async () => {
    const blob = aBlob();
    await blob.upload("kept", 4);
    expect((await refusalOf(blob.setImmutabilityPolicy(unlocked(-1)))).status).toBe(400);
  });
});
