import { Fault } from "../../domain/error/fault.ts";
import type { StoredBlob } from "../../domain/snapshot/repository.ts";
import type { StoredText } from "../../domain/snapshot/stored-text.ts";
import { findBlob, type ReadBlob, readGzip, writeGzip } from "./gzip-blob.ts";
import type { BlobContainer } from "./make-blob-container.ts";

/** A blob that holds one text, and what proves that the text is the one that belongs there. */
export type VerifiedBlob = {
  readonly container: BlobContainer;
  readonly path: string;
  readonly isWhole: (text: string) => boolean;
  /** Told of what is there and not as it was written. */
  readonly onDamage: (state: "damaged" | "missing") => void;
};

/**
 * Reads a text in one of its versions, or (null) as it is now. A version that is damaged or gone is no loss where the text
 * was written anew since: the hash proves the one like the other.
 */
export async function readVerified(blob: VerifiedBlob, versionId: string | null): Promise<StoredText> {
  const named = stateOf(blob, await readGzip(blob.container, blob.path, versionId));
  if (named.state === "whole" || versionId === null) return reportDamage(blob, named);
  const current = stateOf(blob, await readGzip(blob.container, blob.path, null));
  return current.state === "whole" ? current : reportDamage(blob, named);
}

/**
 * Makes sure that a text is there and whole: read first, because most are there, and a refused write is billed as a write,
 * 12 times a read (infra/README.md, "What it costs"). What is damaged is written anew.
 */
export async function writeVerified(blob: VerifiedBlob, text: string): Promise<StoredBlob> {
  const found = await readGzip(blob.container, blob.path, null);
  if (!found) return createVerified(blob, text);
  return isWhole(blob, found) ? keptBlob(found) : writeAnew(blob, text, found);
}

/** The same for a text that is new, as far as anybody knows: written at once, where nothing is. */
export async function createVerified(blob: VerifiedBlob, text: string): Promise<StoredBlob> {
  const storedBytes = await writeGzip(blob.container, blob.path, text, { ifNoneMatch: "*" });
  if (storedBytes !== undefined) return writtenBlob(blob, storedBytes);
  const found = await readGzip(blob.container, blob.path, null);
  return found && isWhole(blob, found) ? keptBlob(found) : writeAnew(blob, text, found);
}

/** Over what is damaged, unless somebody else did so just now. What cannot be mended concerns this text alone. */
async function writeAnew(blob: VerifiedBlob, text: string, found: ReadBlob | undefined): Promise<StoredBlob> {
  const { container, path, onDamage } = blob;
  onDamage(found ? "damaged" : "missing");
  const conditions = found?.etag === undefined ? {} : { ifMatch: found.etag };
  const storedBytes = await writeGzip(container, path, text, conditions);
  if (storedBytes !== undefined) return writtenBlob(blob, storedBytes);
  const now = await readGzip(container, path, null);
  if (now && isWhole(blob, now)) return keptBlob(now);
  throw new Fault("payload_damaged", "A stored blob is damaged, and the store lets nobody write it anew.");
}

/** Reads back what the store has now: a rule that it ignores is no error to it. */
async function writtenBlob({ container, path }: VerifiedBlob, storedBytes: number): Promise<StoredBlob> {
  const found = await findBlob(container, path);
  if (!found) throw new Fault("store_unavailable", "A blob that was written is not there.");
  const { versionId, protection } = found;
  return { isNew: true, storedBytes, versionId, protection };
}

function keptBlob({ versionId, protection }: ReadBlob): StoredBlob {
  return { isNew: false, storedBytes: 0, versionId, protection };
}

function isWhole(blob: VerifiedBlob, { text }: ReadBlob): boolean {
  return text !== undefined && blob.isWhole(text);
}

function stateOf(blob: VerifiedBlob, found: ReadBlob | undefined): StoredText {
  if (!found) return { state: "missing" };
  const { text } = found;
  return text !== undefined && blob.isWhole(text) ? { state: "whole", text } : { state: "damaged" };
}

function reportDamage(blob: VerifiedBlob, stored: StoredText): StoredText {
  if (stored.state !== "whole") blob.onDamage(stored.state);
  return stored;
}
