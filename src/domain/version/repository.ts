import type { Page, PageRequest } from "../paging/page.ts";
import type { ObjectRef, ObjectVersion } from "./object-version.ts";
import type { VersionHead } from "./version-head.ts";

export type VersionFilter = {
  /** ISO 8601 UTC bounds of `at`: from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly type?: string;
  readonly objectId?: string;
  readonly event?: string;
  /** Objects that are left out. */
  readonly without?: readonly { readonly type: string; readonly id: string }[];
};

/** Histories of objects of one tenant scope. */
export type VersionRepository = {
  head(): Promise<{ readonly head: VersionHead; readonly etag: string } | undefined>;
  /** Where the head is still that of the etag, or there is none (undefined). Answers the etag of the new one, or undefined where somebody else moved it on. */
  keepHead(head: VersionHead, etag: string | undefined): Promise<string | undefined>;
  /** The newest version of each of these objects that has one, in no order; costs what the objects are, not their versions. */
  newestOf(objects: readonly ObjectRef[]): Promise<ObjectVersion[]>;
  /** Versions, of any object, that have one of these configuration hashes, in no order. */
  withConfigurations(hashes: readonly string[]): Promise<ObjectVersion[]>;
  /** Create-only: one that is there stays as it is. */
  add(versions: readonly ObjectVersion[]): Promise<void>;
  read(versionId: string): Promise<ObjectVersion | undefined>;
  /** Newest first. */
  list(filter: VersionFilter, page: PageRequest): Promise<Page<ObjectVersion>>;
};
