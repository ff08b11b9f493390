import type { ContainerClient } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { readGzip } from "./gzip-blob.ts";

/** Payloads and staged entries are proven against the hash that names them on every read. */
export async function readProven(
  container: ContainerClient,
  path: string,
  { hash, versionId }: { readonly hash: string; readonly versionId: string | null },
): Promise<string | undefined> {
  const text = await readGzip(container, path, versionId);
  if (text !== undefined && hashOfText(text) !== hash) {
    throw new Fault("store_unavailable", "A stored blob does not match the hash that names it.");
  }
  return text;
}
