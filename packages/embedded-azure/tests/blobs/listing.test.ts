import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBlobService, type BlobService } from "./a-blob-service.ts";

const names = ["a.json", "b/1.json", "b/2.json", "b/c/3.json", "b<&>é.json", "c/4.json", "d.json"];
const root = `list-${crypto.randomUUID()}/`;

let service: BlobService;
beforeAll(async () => {
  service = await aBlobService();
  await Promise.all(
    names.map((name) =>
      service.container.getBlockBlobClient(root + name).upload(name, Buffer.byteLength(name), { metadata: { n: "1" } }),
    ),
  );
});
afterAll(() => service[Symbol.asyncDispose]());

const relative = (name: string) => name.slice(root.length);

describe("a flat list", () => {
  it.each([1, 2, 3, 7, 100])("has every blob once and in order, in pages of %i", async (maxPageSize) => {
    const listed: string[] = [];
    for await (const page of service.container.listBlobsFlat({ prefix: root }).byPage({ maxPageSize })) {
      expect(page.segment.blobItems.length).toBeLessThanOrEqual(maxPageSize);
      listed.push(...page.segment.blobItems.map((item) => relative(item.name)));
    }
    expect(listed).toEqual([...names].sort());
  });

  it("goes on from a continuation token", async () => {
    const first = await service.container.listBlobsFlat({ prefix: root }).byPage({ maxPageSize: 4 }).next();
    const continuationToken = first.value.continuationToken;
    const rest = await service.container.listBlobsFlat({ prefix: root }).byPage({ continuationToken }).next();
    expect(rest.value.segment.blobItems.map((item: { name: string }) => relative(item.name))).toEqual(
      [...names].sort().slice(4),
    );
    expect(rest.value.continuationToken).toBeFalsy();
  });

  it("tells size and time, and metadata when asked for", async () => {
    const { value } = await service.container.listBlobsFlat({ prefix: `${root}a`, includeMetadata: true }).next();
    expect(value).toMatchObject({ metadata: { n: "1" }, properties: { contentLength: 6, blobType: "BlockBlob" } });
    expect(value.properties.lastModified).toBeInstanceOf(Date);
  });

  it("a flat list of nothing is empty", async () => {
    const { done } = await service.container.listBlobsFlat({ prefix: `${root}nothing` }).next();
    expect(done).toBe(true);
  });
});

describe("a list by hierarchy", () => {
  it.each([1, 2, 3, 100])("has what lies below a folder as one entry, in pages of %i", async (maxPageSize) => {
    const listed: string[] = [];
    for await (const page of service.container.listBlobsByHierarchy("/", { prefix: root }).byPage({ maxPageSize })) {
      const { blobItems, blobPrefixes = [] } = page.segment;
      listed.push(...blobItems.map((item) => relative(item.name)), ...blobPrefixes.map(({ name }) => relative(name)));
    }
    expect(listed.sort()).toEqual(["a.json", "b/", "b<&>é.json", "c/", "d.json"].sort());
  });

  it("goes one level down with the folder as prefix", async () => {
    const listed: string[] = [];
    for await (const item of service.container.listBlobsByHierarchy("/", { prefix: `${root}b/` })) {
      listed.push(`${item.kind} ${relative(item.name)}`);
    }
    expect(listed.sort()).toEqual(["blob b/1.json", "blob b/2.json", "prefix b/c/"]);
  });
});
