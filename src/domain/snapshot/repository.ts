import type { Page, PageRequest } from "../paging/page.ts";
import type { Protection } from "./immutability.ts";
import type { Snapshot } from "./snapshot.ts";
import type { StoredText } from "./stored-text.ts";

export type SnapshotFilter = {
  readonly state?: Snapshot["state"];
  /** ISO 8601 UTC bounds of sealedAt: from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
};

/** Heads of sealed snapshots of one tenant scope. */
export type SnapshotRepository = {
  /** Create-only; when a head with this id exists, that one decides and is the answer. */
  seal(snapshot: Snapshot): Promise<Snapshot | "abandoned">;
  /**
   * Makes sure that no head with this id is ever sealed, whoever is about to; the head when there is one already. Like
   * `seal` it is create-only, so of the two exactly one happens.
   */
  abandon(snapshotId: string, at: string): Promise<Snapshot | undefined>;
  read(snapshotId: string): Promise<Snapshot | undefined>;
  /** Newest first. */
  list(filter: SnapshotFilter, page: PageRequest): Promise<Page<Snapshot>>;
  /** At most 100 that were sealed at that time or later (ISO 8601 UTC), the oldest first; undefined: of all. */
  sealedSince(from: string | undefined): Promise<Snapshot[]>;
  /** How many fit the filter. */
  count(filter: SnapshotFilter): Promise<number>;
  /** When the newest snapshot without gaps was sealed, whatever it is of. */
  lastCompleteAt(): Promise<string | null>;
  /** The newest snapshot without gaps that is one of all these object types. */
  newestComplete(types: readonly string[]): Promise<Snapshot | undefined>;
};

/** A blob as the store had it after the write, whether it was written now or before. */
export type StoredBlob = {
  readonly isNew: boolean;
  readonly storedBytes: number;
  /** Null when the store keeps no versions. */
  readonly versionId: string | null;
  /** Read back, never assumed; null when the store says nothing. */
  readonly protection: Protection | null;
};

/**
 * Blobs of one tenant scope: payloads and manifests. Every write is safe to repeat, and writes over nothing that is whole;
 * what is there and damaged is written anew.
 */
export type SnapshotBlobs = {
  /** Stores a payload's canonical JSON under its hash; an unchanged payload costs no bytes. */
  putPayload(payloadHash: string, canonicalJson: string): Promise<StoredBlob>;
  /** Of a version, because a write over a protected blob makes another one; without a version the current one. */
  readPayload(payloadHash: string, versionId: string | null): Promise<StoredText>;
  putManifest(snapshotId: string, rootHash: string, text: string): Promise<StoredBlob>;
  readManifest(snapshotId: string, rootHash: string, versionId: string | null): Promise<StoredText>;
  /**
   * Its lines as they come, without the last: first the head, then an entry each. They prove nothing until they have
   * ended: throws `manifest_damaged` then, or `comparison_too_large` at once where the blob has more than `mostBytes`.
   */
  manifestLines(
    manifest: { readonly id: string; readonly rootHash: string; readonly manifestVersion: string | null },
    mostBytes: number,
  ): AsyncIterable<string>;
};
