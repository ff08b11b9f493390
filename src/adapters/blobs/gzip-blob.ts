import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type BlobGetPropertiesResponse, type ContainerClient, RestError } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import type { StoredBlob } from "../../domain/snapshot/repository.ts";

const compress = promisify(gzip);
const expand = promisify(gunzip);

type Found = Pick<BlobGetPropertiesResponse, "immutabilityPolicyExpiresOn" | "immutabilityPolicyMode">;
type WrittenBlob = Pick<StoredBlob, "isNew" | "storedBytes">;

/** Writes text once: a blob of this name that exists already holds the same content, because names come from hashes. */
export async function createGzip(container: ContainerClient, path: string, text: string): Promise<WrittenBlob> {
  const bytes = await compress(text);
  try {
    await container.getBlockBlobClient(path).upload(bytes, bytes.byteLength, {
      conditions: { ifNoneMatch: "*" },
      blobHTTPHeaders: { blobContentType: "application/octet-stream" },
    });
    return { isNew: true, storedBytes: bytes.byteLength };
  } catch (error) {
    if (statusOf(error) === 409 || statusOf(error) === 412) return { isNew: false, storedBytes: 0 };
    throw storeUnavailable(error);
  }
}

/**
 * Makes sure that such a blob is there: looked for first, because most are, and a refused write is billed as a write,
 * 12 times a look (infra/README.md, "Costs").
 */
export async function keepGzip(container: ContainerClient, path: string, text: string): Promise<StoredBlob> {
  const found = await foundOf(container, path);
  return found ? { isNew: false, storedBytes: 0, ...found } : createKept(container, path, text);
}

/** Writes such a blob and reads back what the store has now: a rule that it ignores is no error to it. */
export async function createKept(container: ContainerClient, path: string, text: string): Promise<StoredBlob> {
  const written = await createGzip(container, path, text);
  const found = await foundOf(container, path);
  if (!found) throw storeUnavailable(new Error("A blob that was written is not there."));
  return { ...written, ...found };
}

type FoundBlob = Pick<StoredBlob, "versionId" | "protection">;

/** What the store says of a blob; undefined when there is none. */
async function foundOf(container: ContainerClient, path: string): Promise<FoundBlob | undefined> {
  try {
    const { versionId, ...found } = await container.getBlobClient(path).getProperties();
    return { versionId: versionId ?? null, protection: toProtection(found) };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw storeUnavailable(error);
  }
}

function toProtection(found: Found): StoredBlob["protection"] {
  const { immutabilityPolicyExpiresOn: until, immutabilityPolicyMode: mode } = found;
  if (!until) return null;
  // The SDK declares "Locked" and passes on what the service writes.
  return { until: until.toISOString(), mode: mode?.toLowerCase() === "locked" ? "locked" : "unlocked" };
}

/** Reads such a blob back, in one of its versions or as it is now; undefined when there is none. */
export async function readGzip(
  container: ContainerClient,
  path: string,
  versionId: string | null = null,
): Promise<string | undefined> {
  try {
    const blob = container.getBlobClient(path);
    const bytes = await (versionId === null ? blob : blob.withVersion(versionId)).downloadToBuffer();
    return (await expand(bytes)).toString("utf8");
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw storeUnavailable(error);
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

function storeUnavailable(cause: unknown): Fault {
  const what = statusOf(cause) === undefined ? "did not answer" : `answered ${statusOf(cause)}`;
  return new Fault("store_unavailable", `The blob store ${what}.`, { cause });
}
