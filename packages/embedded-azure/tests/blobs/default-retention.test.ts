import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBlobService, aName, type LocalBlobService, refusalOf } from "./a-blob-service.ts";

const nowMs = Date.parse("2026-11-24T12:00:00Z");
const inDays = (days: number) => new Date(nowMs + days * 86_400_000);
const immutable = { status: 409, code: "BlobImmutableDueToPolicy" };

let service: LocalBlobService;
beforeAll(async () => {
  service = await aLocalBlobService({ nowMs: () => nowMs, retention: { days: 3, mode: "locked" } });
});
afterAll(() => service[Symbol.asyncDispose]());

describe("the default retention of an account", () => {
  it("protects every version that asks for nothing itself, and tells so", async () => {
    const blob = service.as("worker").getBlockBlobClient(aName());
    await blob.upload("kept", 4);
    const found = await blob.getProperties();
    expect(found.immutabilityPolicyExpiresOn).toEqual(inDays(3));
    expect(found.immutabilityPolicyMode).toBe("locked");
    expect(await refusalOf(blob.setHTTPHeaders({ blobContentType: "text/plain" }))).toEqual(immutable);
  });

  it("protects the version that new metadata makes", async () => {
    const blob = service.as("worker").getBlockBlobClient(aName());
    await blob.upload("kept", 4);
    await blob.setMetadata({ a: "b" });
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toEqual(inDays(3));
  });

  it("gives way to what an upload asks for", async () => {
    const blob = service.byKey().getContainerClient("snapshots").getBlockBlobClient(aName());
    const immutabilityPolicy = { expiriesOn: inDays(9), policyMode: "Unlocked" as const };
    await blob.upload("kept", 4, { immutabilityPolicy });
    expect((await blob.getProperties()).immutabilityPolicyExpiresOn).toEqual(inDays(9));
  });
});
