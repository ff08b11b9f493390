import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBlobService, aName, type BlobService, refusalOf } from "./a-blob-service.ts";

let service: BlobService;
beforeAll(async () => {
  service = await aBlobService();
});
afterAll(() => service[Symbol.asyncDispose]());

const aBlob = (name = aName()) => service.container.getBlockBlobClient(name);

describe("an upload", () => {
  it("comes back with its bytes, headers and metadata", async () => {
    const blob = aBlob();
    const bytes = gzipSync('{"id":1}');
    const written = await blob.upload(bytes, bytes.length, {
      blobHTTPHeaders: {
        blobContentType: "application/json",
        blobContentEncoding: "gzip",
        blobCacheControl: "no-store",
      },
      metadata: { schema: "1", kind: "payload" },
    });
    const read = await blob.download();
    expect(await blob.downloadToBuffer()).toEqual(bytes);
    expect(read).toMatchObject({
      contentType: "application/json",
      contentEncoding: "gzip",
      cacheControl: "no-store",
      contentLength: bytes.length,
      metadata: { schema: "1", kind: "payload" },
      etag: written.etag,
      versionId: written.versionId,
      blobType: "BlockBlob",
    });
    expect(Buffer.from(read.contentMD5 ?? []).toString("hex")).toBe(
      Buffer.from(written.contentMD5 ?? []).toString("hex"),
    );
    read.readableStreamBody?.resume();
  });

  it("an upload of nothing is a blob of no bytes", async () => {
    const blob = aBlob();
    await blob.upload("", 0);
    expect((await blob.getProperties()).contentLength).toBe(0);
    expect((await blob.downloadToBuffer()).length).toBe(0);
  });

  it("an upload with another MD5 than its bytes is refused and leaves nothing", async () => {
    const blob = aBlob();
    const refused = blob.upload("a", 1, { blobHTTPHeaders: { blobContentMD5: new Uint8Array(16) } });
    expect(await refusalOf(refused)).toEqual({ status: 400, code: "Md5Mismatch" });
    expect(await blob.exists()).toBe(false);
  });

  it("an upload that is broken off leaves nothing", async () => {
    const blob = aBlob();
    const stopping = new AbortController();
    const endless = Readable.from(
      (async function* () {
        yield Buffer.alloc(1_000);
        stopping.abort();
        yield Buffer.alloc(1_000);
      })(),
    );
    const broken = blob.upload(() => endless, 100_000, { abortSignal: stopping.signal });
    await expect(broken).rejects.toThrow(/abort/i);
    expect(await blob.exists()).toBe(false);
  });
});

describe("conditions", () => {
  it("exactly one of many creators wins", async () => {
    const blob = aBlob();
    const tries = Array.from({ length: 40 }, (_, index) => {
      const body = `creator ${index}`;
      return blob.upload(body, body.length, { conditions: { ifNoneMatch: "*" } });
    });
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ statusCode: 409, code: "BlobAlreadyExists" });
  });

  it("exactly one of many writers that know the same etag wins", async () => {
    const blob = aBlob();
    const { etag = "" } = await blob.upload("0", 1);
    const tries = Array.from({ length: 20 }, () => blob.upload("1", 1, { conditions: { ifMatch: etag } }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ statusCode: 412, code: "ConditionNotMet" });
  });

  it("a replacement of what does not exist is refused", async () => {
    const refused = aBlob().upload("1", 1, { conditions: { ifMatch: '"0x1"' } });
    expect((await refusalOf(refused)).status).toBe(412);
  });

  it("a reader who has it already is answered 304, and one who wants another 412", async () => {
    const blob = aBlob();
    const { etag = "" } = await blob.upload("1", 1);
    expect((await refusalOf(blob.download(0, undefined, { conditions: { ifNoneMatch: etag } }))).status).toBe(304);
    expect((await refusalOf(blob.download(0, undefined, { conditions: { ifMatch: '"0x1"' } }))).status).toBe(412);
  });

  it("a reader is answered 304 when it was not modified since", async () => {
    const blob = aBlob();
    const { lastModified = new Date() } = await blob.upload("1", 1);
    const read = blob.getProperties({ conditions: { ifModifiedSince: lastModified } });
    expect((await refusalOf(read)).status).toBe(304);
  });
});

describe("a range", () => {
  it("is the bytes asked for, and no more than there are", async () => {
    const blob = aBlob();
    await blob.upload("0123456789", 10);
    expect((await blob.downloadToBuffer(2, 3)).toString()).toBe("234");
    const rest = await blob.download(7, 100);
    expect(rest).toMatchObject({ contentRange: "bytes 7-9/10", contentLength: 3 });
    rest.readableStreamBody?.resume();
  });

  it("a range outside of the blob is refused", async () => {
    const blob = aBlob();
    await blob.upload("0123456789", 10);
    expect(await refusalOf(blob.download(10, 5))).toEqual({ status: 416, code: "InvalidRange" });
  });
});

describe("what is not there", () => {
  it("is 404 with the code of what is missing", async () => {
    expect(await refusalOf(aBlob().download())).toEqual({ status: 404, code: "BlobNotFound" });
    expect((await refusalOf(aBlob().getProperties())).status).toBe(404);
    expect(await aBlob().exists()).toBe(false);
  });

  it("cannot be deleted, and deleting what may be absent says whether it was there", async () => {
    expect(await refusalOf(aBlob().delete())).toEqual({ status: 404, code: "BlobNotFound" });
    expect((await aBlob().deleteIfExists()).succeeded).toBe(false);
  });
});

describe("what a blob tells about itself", () => {
  it("can be changed: metadata in a new version, headers in place", async () => {
    const blob = aBlob();
    const first = await blob.upload("same", 4, { metadata: { a: "1" } });
    await blob.setMetadata({ a: "2" });
    const changed = await blob.getProperties();
    expect(changed.metadata).toEqual({ a: "2" });
    expect(changed.versionId).not.toBe(first.versionId);
    await blob.setHTTPHeaders({ blobContentType: "text/plain" });
    const again = await blob.getProperties();
    expect(again).toMatchObject({ contentType: "text/plain", versionId: changed.versionId });
    expect((await blob.downloadToBuffer()).toString()).toBe("same");
  });
});
