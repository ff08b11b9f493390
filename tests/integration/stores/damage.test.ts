import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { AnonymousCredential, ContainerClient } from "@azure/storage-blob";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeSnapshotBlobs } from "../../../src/adapters/blobs/make-snapshot-blobs.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import type { SnapshotBlobs } from "../../../src/domain/snapshot/repository.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aScope } from "../../builders/a-run.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";
import { aProduct, type Product } from "../a-product.ts";

let product: Product;
let scope: TenantScope;
let blobs: SnapshotBlobs;
beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());
beforeEach(() => {
  scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "run");
  blobs = product.storesFor(scope).blobs;
  product.damage.length = 0;
});

const text = JSON.stringify({ id: "1", name: "é".repeat(200) });
const hash = hashOfText(text);
const whole = { state: "whole", text };

async function contentFiles(): Promise<string[]> {
  const dir = join(product.blobsDir, "content");
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

/** Does the work, and answers the one file that it made in the store's folder. */
async function fileOf<T>(work: () => Promise<T>): Promise<{ done: T; file: string }> {
  const before = new Set(await contentFiles());
  const done = await work();
  const [file = "", ...others] = (await contentFiles()).filter((each) => !before.has(each));
  expect(others).toEqual([]);
  return { done, file };
}

async function change(file: string, to: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(file, to(await readFile(file)));
}

const damages: [string, "damaged" | "missing", (file: string) => Promise<void>][] = [
  ["with a bit flipped", "damaged", (file) => change(file, (bytes) => flipped(bytes))],
  ["that is cut off", "damaged", (file) => change(file, (bytes) => bytes.subarray(0, bytes.length / 2))],
  ["that is empty", "damaged", (file) => change(file, () => Buffer.alloc(0))],
  ["that is gone", "missing", (file) => rm(file)],
];

function flipped(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes;
}

describe("a payload", () => {
  it.each(damages)("a payload %s is told, named by its path, and is no outage (I3)", async (_what, state, damage) => {
    const { done, file } = await fileOf(() => blobs.putPayload(hash, text));
    await damage(file);
    for (const versionId of [done.versionId, null]) expect(await blobs.readPayload(hash, versionId)).toEqual({ state });
    const path = `${scope.tenantId}/objects/${hash}.json.gz`;
    expect(product.damage).toEqual([1, 2].map(() => ({ tenantId: scope.tenantId, path, state })));
  });

  it.each(damages)(
    "a payload %s is written anew when the same content is seen again, for older snapshots too",
    async (_what, state, damage) => {
      const { done: first, file } = await fileOf(() => blobs.putPayload(hash, text));
      await damage(file);
      const second = await blobs.putPayload(hash, text);
      expect(second).toMatchObject({ isNew: true });
      expect(product.damage).toMatchObject([{ state }]);
      for (const { versionId } of [first, second]) expect(await blobs.readPayload(hash, versionId)).toEqual(whole);
      expect(await blobs.putPayload(hash, text)).toMatchObject({ isNew: false, versionId: second.versionId });
      expect(product.damage).toHaveLength(1);
    },
  );

  it("a payload that somebody wrote over is written anew, and both versions stay", async () => {
    const first = await blobs.putPayload(hash, text);
    const client = product.blobs.client.getBlockBlobClient(`${scope.tenantId}/objects/${hash}.json.gz`);
    await client.upload("forged", 6);
    expect(await blobs.readPayload(hash, first.versionId)).toEqual(whole);
    expect(await blobs.readPayload(hash, null)).toEqual({ state: "damaged" });
    const second = await blobs.putPayload(hash, text);
    expect(second.versionId).not.toBe(first.versionId);
    expect(await blobs.readPayload(hash, null)).toEqual(whole);
  });

  it("a payload that is damaged leaves the others as they are", async () => {
    const { file } = await fileOf(() => blobs.putPayload(hash, text));
    await blobs.putPayload(hashOfText("other"), "other");
    await rm(file);
    expect(await blobs.readPayload(hashOfText("other"), null)).toEqual({ state: "whole", text: "other" });
    expect(product.damage).toEqual([]);
  });
});

describe("a manifest", () => {
  const { text: manifest, rootHash } = toManifestText(aManifest([anEntry({ id: "a" })]));

  it.each(damages)("a manifest %s is told, and written anew when it is sealed again", async (_what, state, damage) => {
    const { done, file } = await fileOf(() => blobs.putManifest("snapshot-1", rootHash, manifest));
    await damage(file);
    expect(await blobs.readManifest("snapshot-1", rootHash, done.versionId)).toEqual({ state });
    expect(product.damage).toMatchObject([{ path: `${scope.tenantId}/snapshots/snapshot-1/${rootHash}.ndjson.gz` }]);
    await blobs.putManifest("snapshot-1", rootHash, manifest);
    expect(await blobs.readManifest("snapshot-1", rootHash, done.versionId)).toEqual({
      state: "whole",
      text: manifest,
    });
  });

  it.each(damages)("a manifest %s is told at the end of its lines at the latest (I3)", async (_what, state, damage) => {
    const named = { id: "snapshot-1", rootHash, manifestVersion: null };
    const linesOf = () => Array.fromAsync(blobs.manifestLines(named, 1_000_000));
    const { file } = await fileOf(() => blobs.putManifest("snapshot-1", rootHash, manifest));
    expect((await linesOf()).map((line) => `${line}\n`).join("")).toBe(
      manifest.slice(0, manifest.lastIndexOf('{"rootHash"')),
    );
    await expect(Array.fromAsync(blobs.manifestLines(named, 10))).rejects.toMatchObject({
      code: "comparison_too_large",
    });
    await damage(file);
    await expect(linesOf()).rejects.toMatchObject({ code: "manifest_damaged" });
    expect(product.damage).toMatchObject([{ state }]);
  });

  it("a manifest that is whole but not the sealed one is damaged (I3)", async () => {
    const other = toManifestText(aManifest([anEntry({ id: "b" })]));
    await blobs.putManifest("snapshot-1", rootHash, other.text);
    expect(await blobs.readManifest("snapshot-1", rootHash, null)).toEqual({ state: "damaged" });
  });
});

describe("a blob store", () => {
  it.each([
    ["does not answer", ""],
    ["stops in the middle of an answer", 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\netag: "1"\r\n\r\nhalf'],
  ])("a blob store that %s is waited for until the deadline and no longer", async (_what, begun) => {
    const server = createServer((request) => void request.socket.write(begun));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("A TCP server has an address.");
    const endpoint = `http://127.0.0.1:${address.port}/account`;
    const client = new ContainerClient(`${endpoint}/snapshots`, new AnonymousCredential());
    const stuck = makeSnapshotBlobs({ client, deadlineMs: 200 }, aScope, () => undefined);
    const unavailable = { code: "store_unavailable" };
    await expect(stuck.readPayload(hash, null)).rejects.toMatchObject(unavailable);
    await expect(stuck.readManifest("snapshot-1", hash, null)).rejects.toMatchObject(unavailable);
    await expect(stuck.putPayload(hash, text)).rejects.toMatchObject(unavailable);
    server.closeAllConnections();
    server.close();
  });
});
