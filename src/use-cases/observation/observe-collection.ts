import { Fault } from "../../domain/error/fault.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { confirmMissing } from "./confirm-missing.ts";
import { type Listing, makeListing, type Shown } from "./listing.ts";
import { makeObjectWork, type ObjectSlots, type ObjectWork } from "./object-slots.ts";
import { type ReadDeps, type TakingIn, type TypeReading, takeInObject } from "./take-in-object.ts";

export type CollectionDeps = ReadDeps & { readonly slots: ObjectSlots };

/** Object types that are read from one list. */
export type Collection = {
  readonly types: readonly TypeReading[];
  /** Every type of the collection, also those that are not asked for. */
  readonly siblings: readonly [ObjectTypeContract, ...ObjectTypeContract[]];
  readonly signal: AbortSignal;
};

/**
 * Takes in every object that the list of a collection shows, and leaves what it finds in the findings of each type. One
 * bad object is named and does not lose the others; a list that broke makes nothing missing. An object that was listed
 * and then answered 404, or became another type, is in doubt: the list is read once more, whole, when the others are
 * done. What it still shows is read once more and is then a failure; what it shows no more was deleted meanwhile.
 * Faults of the whole tenant (its sign-in, our own stores) are thrown.
 */
export async function observeCollection(deps: CollectionDeps, collection: Collection): Promise<void> {
  const { types } = collection;
  const first = await takeInList(deps, collection, "wait");
  if (first.error !== undefined) for (const { findings } of types) findings.listFailed(first.error);
  else await confirmMissing(deps, collection, first.listing);
  if (!types.some(({ findings }) => findings.hasDoubts())) return;
  const second = await takeInList(deps, collection, "count");
  for (const type of types) settleDoubts(type, first.listing, second);
}

type TakenIn = {
  readonly listing: Listing;
  /** Whatever ended the list early. */
  readonly error: unknown;
};

/** Reads the list and, while it goes on, what it shows; of a second list only what the first one did not settle. */
async function takeInList(deps: CollectionDeps, collection: Collection, doubts: TakingIn["doubts"]): Promise<TakenIn> {
  const { types, siblings, signal } = collection;
  const byKey = new Map(types.map((type) => [type.contract.key, type]));
  const counts = new Map(types.map((type) => [type, 0]));
  const listing = makeListing(siblings);
  const work = makeObjectWork(deps.slots);
  let error: unknown;
  try {
    for await (const shown of showAll(deps, collection, listing)) {
      const type = byKey.get(shown.type ?? "");
      if (!type || shown.sight === "again") continue;
      counts.set(type, (counts.get(type) ?? 0) + 1);
      // What was kept is in the snapshot once, also when it has become another type since.
      if (doubts === "count" && shown.sight === "new" && isSettled(types, shown.listed.id)) continue;
      await takeIn(deps, work, type, shown, { siblings, signal, doubts });
    }
  } catch (caught) {
    error = caught;
  }
  if (doubts === "wait") for (const [{ findings }, count] of counts) findings.listed(count);
  await work.finish();
  return { listing, error };
}

async function* showAll(
  { graph }: ReadDeps,
  { siblings, signal }: Collection,
  listing: Listing,
): AsyncGenerator<Shown> {
  for await (const page of graph.list(siblings[0], signal)) {
    for (const object of page) yield listing.add(object);
  }
}

async function takeIn(
  deps: CollectionDeps,
  work: ObjectWork,
  type: TypeReading,
  { listed, bytes, sight }: Shown,
  takingIn: TakingIn,
): Promise<void> {
  const { findings } = type;
  if (sight === "twin") {
    const twin = new Fault("graph_bad_response", "The list shows two objects of this id.");
    if (takingIn.doubts === "wait") findings.doubted({ listed, reason: twin });
    else findings.failed(twin, listed);
    return;
  }
  const object = { type: type.contract.key, listedBytes: bytes };
  await work.start(object, () => takeInObject(deps, type, listed, takingIn));
}

function isSettled(types: readonly TypeReading[], id: string): boolean {
  return types.some(({ findings }) => findings.isSettled(id));
}

/** What was in doubt and is not settled by the second list: deleted meanwhile if that list is whole and shows it no more. */
function settleDoubts({ contract, findings }: TypeReading, first: Listing, { listing, error }: TakenIn): void {
  for (const { listed, reason } of findings.openDoubts()) {
    const isGone = error === undefined && first.shows(listed.id) && listing.typeOf(listed.id) !== contract.key;
    if (isGone) findings.deletedMeanwhile(listed);
    else findings.failed(reason, listed);
  }
}
