import { Fault } from "../../domain/error/fault.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { confirmMissing } from "./confirm-missing.ts";
import { type IngestOptions, ingestObject, type ReadDeps, type TypeReading } from "./ingest-object.ts";
import { type ListItem, type Listing, makeListing } from "./listing.ts";
import { makeObjectWork, type ObjectSlots, type ObjectWork } from "./object-slots.ts";

export type CollectionDeps = ReadDeps & { readonly slots: ObjectSlots };

/** Object types that are read from one list. */
export type Collection = {
  readonly types: readonly TypeReading[];
  /** Every type of the collection, also those that are not requested. */
  readonly siblings: readonly [ObjectTypeContract, ...ObjectTypeContract[]];
  readonly signal: AbortSignal;
};

/**
 * Ingests every object that the list of a collection shows, and leaves what it finds in the findings of each type. One
 * bad object is named and does not lose the others; a list that broke makes nothing missing. An object that was listed
 * and then answered 404, or became another type, is a discrepancy: the list is read once more, whole, when the others are
 * done. What it still shows is read once more and is then a failure; what it shows no more was deleted meanwhile.
 * Faults of the whole tenant (its sign-in, our own stores) are thrown.
 */
export async function observeCollection(deps: CollectionDeps, collection: Collection): Promise<void> {
  const { types } = collection;
  const first = await ingestList(deps, collection, "defer");
  if (first.error !== undefined) for (const { findings } of types) findings.listFailed(first.error);
  else await confirmMissing(deps, collection, first.listing);
  if (!types.some(({ findings }) => findings.hasDiscrepancies())) return;
  const second = await ingestList(deps, collection, "fail");
  for (const type of types) settleDiscrepancies(type, first.listing, second);
}

type ListResult = {
  readonly listing: Listing;
  /** Whatever ended the list early. */
  readonly error: unknown;
};

/** Reads the list and, while it goes on, what it shows; of a second list only what the first one did not settle. */
async function ingestList(
  deps: CollectionDeps,
  collection: Collection,
  onDiscrepancy: IngestOptions["onDiscrepancy"],
): Promise<ListResult> {
  const { types, siblings, signal } = collection;
  const byKey = new Map(types.map((type) => [type.contract.key, type]));
  const counts = new Map(types.map((type) => [type, 0]));
  const listing = makeListing(siblings);
  const work = makeObjectWork(deps.slots);
  let error: unknown;
  try {
    for await (const shown of listItems(deps, collection, listing)) {
      const type = byKey.get(shown.type ?? "");
      if (!type || shown.occurrence === "repeated") continue;
      counts.set(type, (counts.get(type) ?? 0) + 1);
      // What was kept is in the snapshot once, also when it has become another type since.
      if (onDiscrepancy === "fail" && shown.occurrence === "new" && isSettled(types, shown.listed.id)) continue;
      await ingest(deps, work, type, shown, { siblings, signal, onDiscrepancy });
    }
  } catch (caught) {
    error = caught;
  }
  if (onDiscrepancy === "defer") for (const [{ findings }, count] of counts) findings.listed(count);
  await work.finish();
  return { listing, error };
}

async function* listItems(
  { graph }: ReadDeps,
  { siblings, signal }: Collection,
  listing: Listing,
): AsyncGenerator<ListItem> {
  for await (const page of graph.list(siblings[0], signal)) {
    for (const object of page) yield listing.add(object);
  }
}

async function ingest(
  deps: CollectionDeps,
  work: ObjectWork,
  type: TypeReading,
  { listed, bytes, occurrence }: ListItem,
  options: IngestOptions,
): Promise<void> {
  const { findings } = type;
  if (occurrence === "conflicting") {
    const twin = new Fault("graph_bad_response", "The list shows two objects of this id.");
    if (options.onDiscrepancy === "defer") findings.discrepancy({ listed, reason: twin });
    else findings.failed(twin, listed);
    return;
  }
  const object = { type: type.contract.key, listedBytes: bytes };
  await work.start(object, () => ingestObject(deps, type, listed, options));
}

function isSettled(types: readonly TypeReading[], id: string): boolean {
  return types.some(({ findings }) => findings.isSettled(id));
}

/** A discrepancy that is not settled by the second list: deleted meanwhile if that list is whole and shows it no more. */
function settleDiscrepancies(
  { contract, findings }: TypeReading,
  first: Listing,
  { listing, error }: ListResult,
): void {
  for (const { listed, reason } of findings.openDiscrepancies()) {
    const isGone = error === undefined && first.shows(listed.id) && listing.typeOf(listed.id) !== contract.key;
    if (isGone) findings.deletedMeanwhile(listed);
    else findings.failed(reason, listed);
  }
}
