import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type ContainerClient, RestError } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import type { StoredBlob } from "../../domain/snapshot/repository.ts";

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Writes text once: a blob of this name that exists already holds the same content, because names come from hashes. */
export async function createGzip(container: ContainerClient, path: string, text: string): Promise<StoredBlob> {
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

/** Reads such a blob back; undefined when there is none. */
export async function readGzip(container: ContainerClient, path: string): Promise<string | undefined> {
  try {
    const bytes = await container.getBlockBlobClient(path).downloadToBuffer();
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
