import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { expect, it } from "vitest";
import { startBlobs } from "../../src/blobs/start-blobs.ts";

const program = fileURLToPath(new URL("./serve-until-killed.ts", import.meta.url));
const key = Buffer.alloc(64, 7).toString("base64");

function containerAt(endpoint: string): ContainerClient {
  const credential = new StorageSharedKeyCredential("tenantpilot", key);
  return new BlobServiceClient(endpoint, credential, { retryOptions: { maxTries: 1 } }).getContainerClient("snapshots");
}

async function serveInChild(dir: string): Promise<{ child: ChildProcess; endpoint: string }> {
  const child = spawn(process.execPath, [program, dir, key], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [endpoint] = await once(lines, "line");
  return { child, endpoint };
}

/** Writes one blob after the other until the server is gone; the names that were acknowledged. */
async function writeUntilGone(container: ContainerClient, writer: number, acknowledged: string[]): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const name = `${writer}/${turn}`;
    try {
      await container.getBlockBlobClient(name).upload(name, name.length, { conditions: { ifNoneMatch: "*" } });
    } catch {
      return;
    }
    acknowledged.push(name);
  }
}

it.each([60, 250])(
  "nothing acknowledged is lost when the server is killed under load, after %i writes",
  async (enough) => {
    const dir = await mkdtemp(join(tmpdir(), "blobs-"));
    const { child, endpoint } = await serveInChild(dir);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, (_, writer) =>
      writeUntilGone(containerAt(endpoint), writer, acknowledged),
    );
    await expect.poll(() => acknowledged.length, { timeout: 120_000, interval: 5 }).toBeGreaterThan(enough);
    child.kill("SIGKILL");
    await Promise.all(writers);

    await using again = await startBlobs({ dir, key, port: 0, account: "tenantpilot", provision: ["snapshots"] });
    const container = containerAt(again.endpoint);
    const stored = new Set<string>();
    for await (const { name } of container.listBlobsFlat()) stored.add(name);
    expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
    const contents = await Promise.all([...stored].map((name) => container.getBlobClient(name).downloadToBuffer()));
    expect(contents.map(String)).toEqual([...stored]);
  },
);

it("a new version after a restart sorts after the old one, also when the clock went back", async () => {
  const dir = await mkdtemp(join(tmpdir(), "blobs-"));
  const first = await startBlobs({ dir, key, port: 0, account: "tenantpilot", provision: ["snapshots"] });
  const before = await containerAt(first.endpoint).getBlockBlobClient("a").upload("1", 1);
  await first.close();
  const nowMs = () => Date.now() - 3_600_000;
  await using second = await startBlobs({ dir, key, port: 0, account: "tenantpilot", nowMs });
  const after = await containerAt(second.endpoint).getBlockBlobClient("a").upload("2", 1);
  expect(String(after.versionId) > String(before.versionId)).toBe(true);
});
