import type { Page, PageRequest } from "../paging/page.ts";
import type { Group } from "./group.ts";

/** Where the last complete reading of a tenant's groups ended. */
export type DirectoryState = {
  /** Graph's link to what changes from then on. */
  readonly link: string;
  /** When that reading began: everything up to then is known. ISO 8601 UTC. */
  readonly asOf: string;
};

/** A group as stored, in short; `version` is what a write is conditional on. */
export type KnownGroup = { readonly digest: string; readonly version: string; readonly isDeleted: boolean };

export type StoredGroup = KnownGroup & { readonly group: Group };

/** What is stored of a group, and what shall be: without `version` it is new. */
export type GroupWrite = { readonly group: Group; readonly version: string | undefined };

/** The directory cache of one tenant scope, in a container of its own. */
export type DirectoryRepository = {
  /** Undefined while no reading came to its end. */
  state(): Promise<DirectoryState | undefined>;
  keepState(state: DirectoryState): Promise<void>;
  /** Every group by id, deleted ones too, in short: some 150 bytes each. */
  known(): Promise<Map<string, KnownGroup>>;
  /** Groups by id, deleted ones too; ids that are not there are not in the answer. At most 1,000 ids. */
  groupsOf(ids: readonly string[]): Promise<Map<string, StoredGroup>>;
  /** Fault `conflict` when somebody else wrote one of them since it was read. */
  write(groups: readonly GroupWrite[]): Promise<void>;
  /** Groups that are not deleted, by name, of which the beginning is given in any case; all without a text. */
  list(filter: { readonly text?: string }, page: PageRequest): Promise<Page<Group>>;
};
