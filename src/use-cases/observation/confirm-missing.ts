import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { typeOfObject } from "../../domain/graph/type-of-object.ts";
import { ingestObject, type ReadDeps, type TypeReading } from "./ingest-object.ts";
import { toListedObject } from "./listed-object.ts";
import type { Listing } from "./listing.ts";
import { makeObjectWork, type ObjectSlots } from "./object-slots.ts";

/**
 * What is listed as another type is gone from this one. Each known object that a complete list left out is looked at:
 * 404 proves that it is gone, an answer means that the list was wrong about it and it is taken in like the others, and
 * anything else is a failure of the object.
 */
export async function confirmMissing(
  deps: ReadDeps & { readonly slots: ObjectSlots },
  {
    types,
    siblings,
    signal,
  }: {
    readonly types: readonly TypeReading[];
    readonly siblings: readonly ObjectTypeContract[];
    readonly signal: AbortSignal;
  },
  listing: Listing,
): Promise<void> {
  const work = makeObjectWork(deps.slots);
  for (const type of types) {
    for (const id of type.knownIds) {
      if (!listing.shows(id))
        await work.start(expected(type), () => confirmObject(deps, type, id, { siblings, signal }));
      else if (listing.typeOf(id) !== type.contract.key) type.findings.missing(id);
    }
  }
  await work.finish();
}

async function confirmObject(
  deps: ReadDeps,
  type: TypeReading,
  id: string,
  { siblings, signal }: { readonly siblings: readonly ObjectTypeContract[]; readonly signal: AbortSignal },
): Promise<number | undefined> {
  const { contract, findings } = type;
  try {
    const found = await deps.graph.get(contract, id, signal);
    // A path that holds one object answers with whichever is there now, and an object may have become another type.
    const isGone = found?.["id"] !== id || typeOfObject(siblings, found)?.key !== contract.key;
    if (found && !isGone)
      return await ingestObject(deps, type, toListedObject(contract, found), {
        siblings,
        signal,
        onDiscrepancy: "defer",
      });
    findings.missing(id);
  } catch (error) {
    findings.failed(error, toListedObject(contract, { id }));
  }
  return undefined;
}

function expected({ contract }: TypeReading): { type: string; listedBytes: number } {
  return { type: contract.key, listedBytes: 0 };
}
