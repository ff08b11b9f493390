import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";
import { signInCodes } from "../../domain/error/sign-in-codes.ts";
import { type Failure, mergeFailures, toFailure } from "../../domain/failure/failure.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { typeOfObject } from "../../domain/graph/type-of-object.ts";
import type { JsonObject, ObservedObject } from "../../domain/observation/observed-object.ts";
import type { TypeState } from "../../domain/observation/part.ts";
import { makeObjectPlaces, type ObjectPlaces } from "./object-places.ts";
import { type ReadDeps, readWholeObject } from "./read-whole-object.ts";

export type ObserveTypeRequest = {
  readonly contract: ObjectTypeContract;
  /** Ids that the inventory knows of this type. */
  readonly knownIds: readonly string[];
  readonly signal: AbortSignal;
  readonly onObject: (object: ObservedObject) => Promise<void>;
  /** Told once, when the listing has ended. */
  readonly onListed: (count: number) => void;
  /** Told for each object that could not be read. */
  readonly onFailed: () => void;
};

export type TypeObservation = {
  readonly typeState: TypeState;
  readonly failures: readonly Failure[];
  /** Known objects that are proven to be gone: not in a complete listing, and 404 when asked for. */
  readonly missing: readonly string[];
};

type OneType = { readonly request: ObserveTypeRequest; readonly reading: Reading; listed: number };

/**
 * Reads every object of types that share a collection from one listing: details, children, links, assignments. One bad
 * object is named and does not lose the others; a listing that broke makes nothing missing. Faults of the whole tenant
 * (its sign-in, our own stores) are thrown. `siblings`: every type of the collection, also those not asked for. Answers
 * in the order of the requests. `places`: room for objects in memory, shared with whoever else reads the group.
 */
export async function observeCollection(
  deps: ReadDeps & { readonly places?: ObjectPlaces },
  requests: readonly [ObserveTypeRequest, ...ObserveTypeRequest[]],
  siblings: readonly ObjectTypeContract[],
): Promise<TypeObservation[]> {
  const places = deps.places ?? makeObjectPlaces();
  const types = requests.map((request) => ({ request, reading: makeReading(deps, request, places), listed: 0 }));
  const byKey = new Map(types.map((type) => [type.request.contract.key, type]));
  const listing = await listAll(deps, requests[0], async (object) => {
    const key = typeOfObject(siblings, object)?.key;
    await startReading(byKey.get(key ?? ""), object);
    return key;
  });
  for (const { request, listed } of types) request.onListed(listed);
  return Promise.all(types.map((type) => endOf(deps, type, listing, { places, siblings })));
}

async function endOf(
  deps: ReadDeps,
  { request, reading }: OneType,
  listing: Listing,
  { places, siblings }: Omit<Confirming, "reading">,
): Promise<TypeObservation> {
  const { contract } = request;
  const isBroken = listing.error !== undefined;
  const missing = isBroken ? [] : await confirmMissing(deps, request, listing.typeOf, { reading, places, siblings });
  await reading.finish();
  const failure = isBroken ? listFailureOf(listing.error, contract) : undefined;
  if (failure?.code === "not_licensed") {
    // No failure of the run, but named in it: a type that was passed over in silence would look read.
    return { typeState: { state: "not_licensed", message: failure.message }, failures: [failure], missing: [] };
  }
  const failures = fewFailures(contract, [...(failure ? [failure] : []), ...reading.failures()]);
  return { typeState: stateOf(failures), failures, missing };
}

// A run names so many objects of one type; the rest is counted, because thousands would outgrow the run's document.
const namedAtMost = 20;

function fewFailures({ key }: ObjectTypeContract, failures: readonly Failure[]): Failure[] {
  const named = failures.slice(0, namedAtMost);
  const others = failures.slice(namedAtMost).map((failure) => ({ ...failure, target: key }));
  return mergeFailures([...named, ...others]);
}

function stateOf(failures: readonly Failure[]): TypeState {
  const [first] = failures;
  return first ? { state: "incomplete", code: first.code, message: first.message } : { state: "complete" };
}

/** Types by the ids of listed objects; `error` is whatever ended the listing early. */
type Listing = { readonly typeOf: ReadonlyMap<string, string | undefined>; readonly error: unknown };

async function listAll(
  { graph }: ReadDeps,
  { contract, signal }: ObserveTypeRequest,
  take: (object: JsonObject) => Promise<string | undefined>,
): Promise<Listing> {
  const typeOf = new Map<string, string | undefined>();
  // The list may move while it is read: an object on two pages is one object.
  const takeOnce = async (id: string, object: JsonObject): Promise<void> => {
    if (!typeOf.has(id)) typeOf.set(id, await take(object));
  };
  try {
    for await (const page of graph.list(contract, signal)) {
      for (const object of page) await takeOnce(textOf(object["id"]), object);
    }
  } catch (error) {
    return { typeOf, error };
  }
  return { typeOf, error: undefined };
}

async function startReading(type: OneType | undefined, object: JsonObject): Promise<void> {
  if (!type) return;
  type.listed += 1;
  await type.reading.start(object);
}

type Reading = ReturnType<typeof makeReading>;

/** Reads objects of one type while the listing goes on. */
function makeReading(
  deps: ReadDeps,
  { contract, signal, onObject, onFailed }: ObserveTypeRequest,
  places: ObjectPlaces,
) {
  const failures: Failure[] = [];
  const running = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;

  function fail(error: unknown, id: string): void {
    failures.push(failureOf(error, `${contract.key}/${id}`));
    onFailed();
  }

  async function readOne(listed: JsonObject): Promise<void> {
    try {
      const object = await readWholeObject(deps, contract, listed, signal);
      if (object) await onObject(object);
    } catch (error) {
      fail(error, textOf(listed["id"]));
    }
  }

  return {
    failures: () => failures,
    fail,
    start: async (listed: JsonObject): Promise<void> => {
      await places.take();
      if (broken) {
        places.giveBack();
        throw broken.error;
      }
      const task: Promise<void> = readOne(listed)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => {
          running.delete(task);
          places.giveBack();
        });
      running.add(task);
    },
    finish: async (): Promise<void> => {
      await Promise.all(running);
      if (broken) throw broken.error;
    },
  };
}

// These concern the tenant or ourselves, not the type: going on with other objects would only repeat them.
const wholeRunCodes: ReadonlySet<ErrorCode> = new Set([...signInCodes, "store_unavailable", "unexpected"]);

/** A failure of one object; whatever concerns the whole run is thrown on. */
function failureOf(error: unknown, target: string): Failure {
  if (!(error instanceof Fault) || wholeRunCodes.has(error.code)) throw error;
  return toFailure(error, target);
}

/** A failure of a whole listing: only where the contract names a licence is its absence believed. */
export function listFailureOf(error: unknown, { key, licence }: ObjectTypeContract): Failure {
  const failure = failureOf(error, key);
  if (failure.code !== "not_licensed") return failure;
  if (licence === undefined) return { ...failure, code: "graph_forbidden" };
  return { ...failure, message: `The tenant has no ${licence}.` };
}

type Confirming = {
  readonly reading: Reading;
  /** Whatever is looked at takes one, so that thousands of known objects are not asked for at once. */
  readonly places: ObjectPlaces;
  readonly siblings: readonly ObjectTypeContract[];
};

/**
 * What is listed as another type is gone from this one. Each known object that a complete listing left out is looked
 * at: 404 proves that it is gone, an answer means that the listing was wrong about it and it is read like the others,
 * and anything else is a doubt about the type.
 */
async function confirmMissing(
  { graph }: ReadDeps,
  { contract, knownIds, signal }: ObserveTypeRequest,
  listed: Listing["typeOf"],
  { reading, places, siblings }: Confirming,
): Promise<string[]> {
  const changed = knownIds.filter((id) => listed.has(id) && listed.get(id) !== contract.key);
  const absent = knownIds.filter((id) => !listed.has(id));
  const look = async (id: string): Promise<JsonObject | undefined> => {
    await places.take();
    return graph.get(contract, id, signal).finally(() => places.giveBack());
  };
  const gone = absent.map(async (id) => {
    try {
      const found = await look(id);
      // A path that holds one object answers with whichever is there now, and an object may have become another type.
      if (found === undefined || found["id"] !== id) return [id];
      if (typeOfObject(siblings, found)?.key !== contract.key) return [id];
      await reading.start(found);
    } catch (error) {
      reading.fail(error, id);
    }
    return [];
  });
  return [...changed, ...(await Promise.all(gone)).flat()];
}

function textOf(id: unknown): string {
  return typeof id === "string" ? id : "";
}
