import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLocalBlobService, aName, type LocalBlobService, refusalOf } from "./a-blob-service.ts";

let service: LocalBlobService;
beforeAll(async () => {
  service = await aLocalBlobService();
});
afterAll(() => service[Symbol.asyncDispose]());

describe("a failure on command", () => {
  it("hits the operation that it names, as often as it says", async () => {
    const blob = service.as("worker").getBlockBlobClient(aName());
    service.blobs.control.injectStatus({ status: 503, operation: "PutBlob", times: 2 });
    expect(await refusalOf(blob.upload("1", 1))).toEqual({ status: 503, code: "ServerBusy" });
    expect(await blob.exists()).toBe(false);
    expect((await refusalOf(blob.upload("1", 1))).status).toBe(503);
    await blob.upload("1", 1);
  });

  it("can come after the work was done, so that a repeated create finds its own blob", async () => {
    const blob = service.as("worker").getBlockBlobClient(aName());
    service.blobs.control.injectStatus({ status: 0, operation: "PutBlob", when: "after" });
    await expect(blob.upload("1", 1, { conditions: { ifNoneMatch: "*" } })).rejects.toThrow();
    const again = refusalOf(blob.upload("1", 1, { conditions: { ifNoneMatch: "*" } }));
    expect(await again).toEqual({ status: 409, code: "BlobAlreadyExists" });
  });

  it("is counted with everything else", async () => {
    const before = service.blobs.control.counters()["PutBlob 201"] ?? 0;
    await service.as("worker").getBlockBlobClient(aName()).upload("1", 1);
    expect(service.blobs.control.counters()["PutBlob 201"]).toBe(before + 1);
  });
});
