import type { AuditEntry } from "../audit/audit-entry.ts";
import type { AssignmentTarget } from "../graph/edge.ts";
import type { Page, PageRequest } from "../paging/page.ts";
import type { Ignore, ObjectRef } from "./ignore.ts";
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
  /** That name this object; of a guid the kind is not compared, because nothing else has it. */
  readonly uses?: ObjectRef;
  /** Of each list: objects of which a target has all that one of these says. */
  readonly targets?: readonly (readonly Partial<AssignmentTarget>[])[];
  /** That could be assigned, and are not. */
  readonly isUnassigned?: true;
  /** With a change that nobody captured, found at that time (ISO 8601 UTC) or later. */
  readonly changedSince?: string;
  readonly only?: readonly ObjectRef[];
  readonly without?: readonly ObjectRef[];
};

/** What an assigned object reaches, and when it was found to be so (ISO 8601 UTC). */
export type AssignedObject = { readonly targets: readonly AssignmentTarget[]; readonly observedAt: string };

/** What a comparison needs to know of an object. */
export type HashedObject = Pick<InventoryObject, "type" | "id" | "name" | "state" | "configurationHash" | "formId">;

/** How an object is to be ignored, if what stands there is still of that version (null: nothing). */
export type IgnoreChange = ObjectRef & {
  readonly version: string | null;
  readonly ignore: Ignore;
  readonly audit: AuditEntry;
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
  /** Of every object, missing ones too, its hash; at most so many, in no order. */
  hashes(most: number): Promise<readonly HashedObject[]>;
  list(filter: InventoryFilter, page: PageRequest): Promise<Page<InventoryObject>>;
  /** Every present object that is assigned. */
  assigned(): Promise<readonly AssignedObject[]>;
  /** Objects with a change that nobody captured, at most 1,000. */
  observedChanges(): Promise<readonly KnownObject[]>;
  /** Takes the mark of such a change from an object, if it is still as it was read. */
  coverChange(known: KnownObject): Promise<void>;
  /** What is ignored, also what has ended. */
  ignores(): Promise<readonly Ignore[]>;
  ignoreOf(ref: ObjectRef): Promise<{ readonly value: Ignore; readonly etag: string } | undefined>;
  changeIgnore(change: IgnoreChange): Promise<"changed" | "moved_on">;
  /** How many objects fit the filter. */
  count(filter: InventoryFilter): Promise<number>;
};
