import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip, gunzip, gzip } from "node:zlib";
import { type BlobGetPropertiesResponse, type BlobRequestConditions, RestError } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import type { StoredBlob } from "../../domain/snapshot/repository.ts";
import type { BlobContainer } from "./make-blob-container.ts";

const compress = promisify(gzip);
const expand = promisify(gunzip);

// A manifest of 100,000 objects has some 40 MB: what expands to more was not written here.
const mostBytes = 256 * 1024 * 1024;

/** What the store says of a blob. */
export type FoundBlob = Pick<StoredBlob, "versionId" | "protection"> & { readonly etag: string | undefined };

/** A blob with its text; undefined when its bytes are no gzip. */
export type ReadBlob = FoundBlob & { readonly text: string | undefined };

/** Writes text where the conditions allow it. Answers how many bytes are stored; undefined when they do not. */
export async function writeGzip(
  { client, deadlineMs }: BlobContainer,
  path: string,
  text: string,
  conditions: BlobRequestConditions,
): Promise<number | undefined> {
  const bytes = await compress(text);
  try {
    await client.getBlockBlobClient(path).upload(bytes, bytes.byteLength, {
      abortSignal: AbortSignal.timeout(deadlineMs),
      conditions,
      blobHTTPHeaders: { blobContentType: "application/octet-stream" },
    });
    return bytes.byteLength;
  } catch (error) {
    if (statusOf(error) === 409 || statusOf(error) === 412) return undefined;
    throw storeUnavailable(error);
  }
}

/** Reads such a blob back, in one of its versions or (null) as it is now; undefined when there is none. */
export async function readGzip(
  { client, deadlineMs }: BlobContainer,
  path: string,
  versionId: string | null,
): Promise<ReadBlob | undefined> {
  const current = client.getBlobClient(path);
  const blob = versionId === null ? current : current.withVersion(versionId);
  const abortSignal = AbortSignal.timeout(deadlineMs);
  return unlessMissing(async () => {
    const answer = await blob.download(0, undefined, { abortSignal });
    if (!answer.readableStreamBody) throw new Error("The store gave no body.");
    // The SDK heeds the signal until the answer begins; the bytes may stop coming later.
    const bytes = await pipeline(answer.readableStreamBody, buffer, { signal: abortSignal });
    return { ...toFound(answer), text: await textIn(bytes) };
  });
}

/** The text of a blob as it comes, and its size as it is stored. */
export type GzipStream = {
  readonly storedBytes: number;
  readonly text: AsyncIterable<string>;
  /** Whether what went wrong is the blob, and not the way to it. */
  readonly isDamage: (error: unknown) => boolean;
};

/** Opens such a blob to be read piece by piece; undefined when there is none. Who opens it reads it, or ends the reading. */
export async function openGzip(
  { client, deadlineMs }: BlobContainer,
  path: string,
  versionId: string | null,
): Promise<GzipStream | undefined> {
  const current = client.getBlobClient(path);
  const blob = versionId === null ? current : current.withVersion(versionId);
  const abortSignal = AbortSignal.timeout(deadlineMs);
  return unlessMissing(async () => {
    const { readableStreamBody: body, contentLength = 0 } = await blob.download(0, undefined, { abortSignal });
    if (!body) throw new Error("The store gave no body.");
    const gunzipped = createGunzip();
    // What goes wrong ends the reading too, which tells.
    pipeline(body, gunzipped, { signal: abortSignal }).catch(() => undefined);
    return { storedBytes: contentLength, text: gunzipped.setEncoding("utf8"), isDamage };
  });
}

/** Zlib names what it finds wrong in bytes by codes of its own. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

/** What the store has now under a path; undefined when there is nothing. */
export function findBlob({ client, deadlineMs }: BlobContainer, path: string): Promise<FoundBlob | undefined> {
  const abortSignal = AbortSignal.timeout(deadlineMs);
  return unlessMissing(async () => toFound(await client.getBlobClient(path).getProperties({ abortSignal })));
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (statusOf(error) === 404 && error instanceof RestError && error.code !== "ContainerNotFound") return undefined;
    throw storeUnavailable(error);
  }
}

/** The text of a gzip; undefined when the bytes are none. */
async function textIn(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await expand(bytes, { maxOutputLength: mostBytes })).toString("utf8");
  } catch {
    return undefined;
  }
}

type Answered = Pick<
  BlobGetPropertiesResponse,
  "versionId" | "etag" | "immutabilityPolicyExpiresOn" | "immutabilityPolicyMode"
>;

function toFound(answer: Answered): FoundBlob {
  const { versionId = null, etag, immutabilityPolicyExpiresOn: until, immutabilityPolicyMode: mode } = answer;
  // The SDK declares "Locked" and passes on what the service writes.
  const isLocked = mode?.toLowerCase() === "locked";
  const protection = until && ({ until: until.toISOString(), mode: isLocked ? "locked" : "unlocked" } as const);
  return { versionId, etag, protection: protection ?? null };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

function storeUnavailable(cause: unknown): Fault {
  const what = statusOf(cause) === undefined ? "did not answer" : `answered ${statusOf(cause)}`;
  return new Fault("store_unavailable", `The blob store ${what}.`, { cause });
}
