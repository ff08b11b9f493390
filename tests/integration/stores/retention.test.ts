import type { BlobsOptions } from "@tenantpilot/embedded-azure/blobs";
import { aLocalBlobService } from "@tenantpilot/embedded-azure/testing/blobs";
import { describe, expect, it } from "vitest";
import { makeSnapshotBlobs } from "../../../src/adapters/blobs/make-snapshot-blobs.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { aScope } from "../../builders/a-run.ts";

async function written(given: Pick<BlobsOptions, "retention">) {
  await using service = await aLocalBlobService({ nowMs: () => Date.parse("2026-11-24T12:00:00Z"), ...given });
  const client = service.as("worker");
  const blobs = makeSnapshotBlobs({ client, deadlineMs: 30_000 }, aScope, () => undefined);
  const hash = hashOfText("kept");
  const first = await blobs.putPayload(hash, "kept");
  const again = await blobs.putPayload(hash, "kept");
  await client.getBlockBlobClient(`${aScope.tenantId}/objects/${hash}.json.gz`).upload("forged", 6);
  return { first, again, read: await blobs.readPayload(hash, first.versionId) };
}

describe("what the store says of a blob that was written", () => {
  it.each(["locked", "unlocked"] as const)("is read back: a policy that is %s", async (mode) => {
    const { first } = await written({ retention: { days: 2, mode } });
    expect(first).toMatchObject({ isNew: true, protection: { until: "2026-11-26T12:00:00.000Z", mode } });
  });

  it("is nothing when nothing protects it", async () => {
    expect((await written({})).first.protection).toBeNull();
  });

  it("is the same version for content that was there already, and that one is read", async () => {
    const { first, again, read } = await written({});
    expect(again).toMatchObject({ isNew: false, versionId: first.versionId });
    expect(read).toEqual({ state: "whole", text: "kept" });
  });
});
