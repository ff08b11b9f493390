import type { Page, PageRequest } from "../paging/page.ts";
import type { AuditEntry, AuditEntryView } from "./audit-entry.ts";
import type { DigestHead, SealableEntry } from "./digest.ts";

export type AuditFilter = {
  /** Id of whoever acted. */
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  /** ISO 8601 UTC bounds of the time: from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
};

/** A head with the version that it is changed from; null while there is none. */
export type VersionedHead = DigestHead & { readonly version: string | null };

/** Where an entry says that it is. Every version before digests said nothing (null). */
export type Standing = { readonly id: string; readonly at: string; readonly digest: number | null };

/** Audit entries of one tenant scope, and its newest digest. */
export type AuditRepository = {
  /** Adds an entry outside any act's transaction; one that is there already stays as it is. */
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntryView>>;
  head(): Promise<VersionedHead>;
  /** Entries that no digest holds, in order, so many at most. */
  unsealed(most: number): Promise<readonly SealableEntry[]>;
  /**
   * Moves the head and marks the digest's entries, in one transaction; those that are gone, or marked already, are left
   * out. `moved_on` when the head is of another version by now, and nothing was written.
   */
  seal(digest: DigestHead, from: VersionedHead, entryIds: readonly string[]): Promise<"sealed" | "moved_on">;
  /** Entries that say they are in this digest. */
  inDigest(number: number): Promise<readonly SealableEntry[]>;
  /** Where one entry says that it is; undefined when there is none. */
  standingOf(entryId: string): Promise<Standing | undefined>;
  /** Where every entry says that it is, in no order. */
  standings(page: PageRequest): Promise<Page<Standing>>;
  /** Has entries of older versions wait for a digest. Those that are gone, or in one already, stay as they are. */
  awaitDigest(entryIds: readonly string[]): Promise<void>;
};

/** A digest as it is stored. */
export type StoredDigest =
  | { readonly state: "there"; readonly text: string }
  | { readonly state: "damaged" | "missing" };

/** Digests of one tenant scope, each under its number, never changed. */
export type DigestStore = {
  create(number: number, text: string): Promise<"created" | "exists">;
  read(number: number): Promise<StoredDigest>;
};
