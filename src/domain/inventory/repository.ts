import type { Page, PageRequest } from "../paging/page.ts";
import type { InventoryObject } from "./inventory-object.ts";
import type { CompleteListings, Listing } from "./listing.ts";

/** A document as read, with the version that a later write is conditional on. */
export type KnownObject = { readonly object: InventoryObject; readonly etag: string };

/** Known objects by type, then by object id. */
export type KnownObjects = ReadonlyMap<string, ReadonlyMap<string, KnownObject>>;

export type InventoryFilter = {
  readonly type?: string;
  readonly state?: InventoryObject["state"];
  /** Part of the name, in any case. */
  readonly text?: string;
};

/** The inventory of one tenant scope. Of a present object `lastSeenAt` counts the last complete listing of its type. */
export type InventoryRepository = {
  /** All known objects of some types, by type and object id; a type without any is not in the answer. */
  knownOf(types: readonly string[]): Promise<KnownObjects>;
  /**
   * Writes observations, each only when it says more than what is stored (is-news.ts). `known` is what the caller read
   * before; an object that changed since is read again.
   */
  write(objects: readonly InventoryObject[], known: ReadonlyMap<string, KnownObject>): Promise<void>;
  /**
   * Notes the types that a run listed completely, as far as no newer listing is noted. `types`: all of the product,
   * so that one time can stand for most of them. Fault `conflict` when others note without pause.
   */
  noteListed(found: CompleteListings, types: readonly string[]): Promise<void>;
  /** When types were last listed completely, and how many objects each had. */
  listing(): Promise<Listing>;
  read(type: string, objectId: string): Promise<InventoryObject | undefined>;
  /** Ids, in lower case, of all objects that were ever observed, missing ones too: some 80 bytes each. */
  objectIds(): Promise<ReadonlySet<string>>;
  list(filter: InventoryFilter, page: PageRequest): Promise<Page<InventoryObject>>;
  /** How many objects fit the filter. */
  count(filter: InventoryFilter): Promise<number>;
};
