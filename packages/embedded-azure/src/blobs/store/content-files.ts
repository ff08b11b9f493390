import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** First and last byte, both included. */
export type ByteRange = { readonly from: number; readonly to: number };

/** Bytes that are on disk but that no version names yet. */
export type ReceivedContent = { readonly contentId: string; readonly size: number; readonly md5: string };

/** The bytes of versions, a file each. A file is complete or not there; what no index row names is only waste. */
export type ContentFiles = {
  readonly receive: (source: AsyncIterable<Uint8Array>) => Promise<ReceivedContent>;
  /** What is left of a range on the disk: fewer bytes of a file that was cut, undefined of one that is gone. */
  readonly read: (contentId: string, range: ByteRange) => Promise<Content | undefined>;
  readonly remove: (contentId: string) => Promise<void>;
};

export type Content = { readonly size: number; readonly body: Buffer | Readable };

/** Read at once below this size: opening a stream costs more than the bytes. */
const smallBytes = 256 * 1024;

export async function openContentFiles(dir: string): Promise<ContentFiles> {
  const incoming = join(dir, "incoming");
  // What a killed process left half written was never acknowledged.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const shards = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
  await Promise.all(shards.map((shard) => mkdir(join(dir, "content", shard), { recursive: true })));
  const pathOf = (contentId: string) => join(dir, "content", contentId.slice(0, 2), contentId);

  const receive: ContentFiles["receive"] = async (source) => {
    const contentId = randomUUID();
    const temporary = join(incoming, contentId);
    try {
      const written = await writeFile(temporary, source);
      await rename(temporary, pathOf(contentId));
      return { contentId, ...written };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  return {
    receive,
    read: (contentId, range) => unlessGone(() => readRange(pathOf(contentId), range)),
    remove: (contentId) => rm(pathOf(contentId), { force: true }),
  };
}

async function readRange(path: string, { from, to }: ByteRange): Promise<Content> {
  if (to < smallBytes) {
    const body = (await readFile(path)).subarray(from, to + 1);
    return { size: body.byteLength, body };
  }
  const { size } = await stat(path);
  return { size: Math.max(0, Math.min(to + 1, size) - from), body: createReadStream(path, { start: from, end: to }) };
}

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function writeFile(path: string, source: AsyncIterable<Uint8Array>): Promise<Omit<ReceivedContent, "contentId">> {
  const hash = createHash("md5");
  let size = 0;
  const file = await open(path, "wx");
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk);
    }
    // On disk before the index names it, so that no row can point to bytes that a power cut took.
    await file.datasync();
  } finally {
    await file.close();
  }
  return { size, md5: hash.digest("base64") };
}
