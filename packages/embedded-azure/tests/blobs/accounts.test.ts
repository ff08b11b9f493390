import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BlobAccount, type RunningBlobs, startBlobs } from "../../src/blobs/start-blobs.ts";
import { refusalOf } from "./a-blob-service.ts";

const dayMs = 86_400_000;
const madeMs = Date.parse("2026-11-24T12:00:00Z");

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "accounts-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A server with two accounts, the second of which keeps `staging` for 8 days. */
async function open(nowMs = madeMs): Promise<{ server: RunningBlobs; second: BlobAccount }> {
  const server = await startBlobs({
    dir: join(dir, "first"),
    port: 0,
    account: "first",
    provision: ["staging"],
    nowMs: () => nowMs,
  });
  const second = await server.addAccount({
    dir: join(dir, "second"),
    account: "second",
    provision: ["staging", "kept"],
    lifecycle: { staging: 8 },
  });
  return { server, second };
}

function containerOf({ endpoint, account, key }: BlobAccount, name: string, signer = key) {
  const credential = new StorageSharedKeyCredential(account, signer);
  return new BlobServiceClient(endpoint, credential, { retryOptions: { maxTries: 1 } }).getContainerClient(name);
}

async function namesIn(account: BlobAccount, container: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of containerOf(account, container).listBlobsFlat()) names.push(name);
  return names;
}

describe("two accounts of one server", () => {
  it("two accounts of one server keep their blobs and their keys apart", async () => {
    const { server, second } = await open();
    await using _ = server;
    await containerOf(second, "staging").getBlockBlobClient("a").upload("x", 1);
    expect([await namesIn(server, "staging"), await namesIn(second, "staging")]).toEqual([[], ["a"]]);
    expect(await refusalOf(containerOf(second, "staging", server.key).getProperties())).toMatchObject({ status: 403 });
  });

  it.each([
    [8, ["a"]],
    [8.01, []],
  ])("accounts delete for its age what a rule names, and nothing else: after %d days", async (days, left) => {
    const before = await open();
    const everywhere = [
      [before.server, "staging"],
      [before.second, "staging"],
      [before.second, "kept"],
    ] as const;
    for (const [account, name] of everywhere) await containerOf(account, name).getBlockBlobClient("a").upload("x", 1);
    await before.server.close();
    const { server, second } = await open(madeMs + days * dayMs);
    await using _ = server;
    expect(await namesIn(second, "staging")).toEqual(left);
    expect([await namesIn(server, "staging"), await namesIn(second, "kept")]).toEqual([["a"], ["a"]]);
  });
});
