import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { Counts } from "../../domain/counts/counts.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import type { ObservedObject } from "../../domain/observation/observed-object.ts";
import { toStagingText } from "../../domain/observation/staged-entry.ts";
import { configurationHash } from "../../domain/snapshot/configuration-form.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import type { ObjectPlaces } from "./object-places.ts";
import { makeObjectSink, type ObjectSink } from "./object-sink.ts";
import { type ObserveTypeRequest, observeCollection, type TypeObservation } from "./observe-collection.ts";
import type { PartsRequest } from "./observe-group.ts";
import { observeReferences } from "./observe-references.ts";

export type ObservePartsDeps = {
  readonly stores: TenantStores;
  readonly graph: GraphClient;
  readonly clock: Clock;
  readonly contracts: ContractIndex;
  /** Room for objects in memory, shared by all collections of the service group. */
  readonly places: ObjectPlaces;
};

/**
 * Reads object types that share a collection into inventory and snapshot storage, and leaves the part document of each
 * behind (runs.md 5).
 */
export async function observeParts(deps: ObservePartsDeps, request: PartsRequest): Promise<void> {
  const from = isoTime(deps.clock.nowMs());
  const contracts = request.types.map((type) => contractOf(deps.contracts, type));
  const [first, ...others] = contracts.map((contract) => openPart(deps, request, contract));
  if (!first) return;
  const observations = await observe(deps, request, [first, ...others]);
  const ends = [first, ...others].map(async (part, position) => {
    const observation = observations[position];
    if (observation) await closePart(deps, request, part, { observation, from });
  });
  await Promise.all(ends);
}

function contractOf(contracts: ContractIndex, type: string): ObjectTypeContract {
  const contract = contracts.contractOf(type);
  if (!contract) throw new Fault("unknown_object_type", `There is no object type ${type}.`);
  return contract;
}

type OpenPart = {
  readonly contract: ObjectTypeContract;
  readonly known: ReadonlyMap<string, KnownObject>;
  readonly sink: ObjectSink;
  readonly tally: Tally;
};

function openPart(
  { stores }: ObservePartsDeps,
  { run, known: knownOfAll, onCounts }: PartsRequest,
  contract: ObjectTypeContract,
): OpenPart {
  const known = knownOfAll.get(contract.key) ?? new Map<string, KnownObject>();
  const tally = makeTally((counts) => onCounts(contract.key, counts));
  const sink = makeObjectSink({
    stores,
    known,
    keepsPayloads: run.type === "snapshot.take",
    configurationHashOf: ({ payload }) => configurationHash(contract, payload),
  });
  return { contract, known, sink, tally };
}

async function closePart(
  { stores, clock, graph }: ObservePartsDeps,
  { run }: PartsRequest,
  { contract, known, sink, tally }: OpenPart,
  { observation, from }: { readonly observation: TypeObservation; readonly from: string },
): Promise<void> {
  const { lines, ...added } = await sink.finish();
  await markMissing({ stores, clock }, known, observation.missing);
  const staging = lines.length === 0 ? null : await stores.blobs.putStaging(run.id, toStagingText(lines));
  await stores.parts.create({
    runId: run.id,
    attempt: run.attempt,
    type: contract.key,
    group: contract.serviceGroup,
    typeState: observation.typeState,
    counts: tally.finish(observation),
    failures: [...observation.failures],
    staging,
    window: { from, to: isoTime(clock.nowMs()) },
    ...added,
    graphRequests: graph.takeRequests(),
  });
}

async function observe(
  deps: ObservePartsDeps,
  { run, signal }: PartsRequest,
  [first, ...others]: readonly [OpenPart, ...OpenPart[]],
): Promise<readonly TypeObservation[]> {
  const wanted = toRequest(first, signal);
  if (first.contract.read === "by_id") return [await observeReferences(deps, run, wanted)];
  const siblings = deps.contracts.siblingsOf(first.contract);
  return observeCollection(deps, [wanted, ...others.map((part) => toRequest(part, signal))], siblings);
}

function toRequest({ contract, known, sink, tally }: OpenPart, signal: AbortSignal): ObserveTypeRequest {
  const present = [...known.values()].filter(({ object }) => object.state === "present");
  return {
    contract,
    signal,
    knownIds: present.map(({ object }) => object.id),
    onListed: tally.listed,
    onFailed: tally.failed,
    onObject: async (object: ObservedObject) => {
      await sink.add(object);
      tally.succeeded();
    },
  };
}

/** An object is missing only on positive evidence; when it was last seen stays as it was. */
async function markMissing(
  { stores, clock }: Pick<ObservePartsDeps, "stores" | "clock">,
  known: ReadonlyMap<string, KnownObject>,
  missing: readonly string[],
): Promise<void> {
  const observedAt = isoTime(clock.nowMs());
  const gone = missing.flatMap((id) => known.get(id) ?? []);
  const changed = gone.map(({ object }) => ({ ...object, state: "missing" as const, observedAt }));
  if (changed.length > 0) await stores.inventory.write(changed, known);
}

type Tally = ReturnType<typeof makeTally>;

/** Counts of one type while it is read. */
function makeTally(onCounts: (counts: Counts) => void) {
  let total: number | null = null;
  let succeeded = 0;
  let failed = 0;
  const now = (more: Partial<Counts> = {}): Counts => ({
    total,
    processed: succeeded + failed,
    succeeded,
    failed,
    skipped: 0,
    gaps: 0,
    ...more,
  });
  return {
    listed: (count: number) => {
      total = count;
      onCounts(now());
    },
    succeeded: () => {
      succeeded += 1;
      onCounts(now());
    },
    failed: () => {
      failed += 1;
      onCounts(now());
    },
    /** Objects that were gone when they were read are no part of the total. */
    finish: ({ typeState }: TypeObservation): Counts => {
      total = succeeded + failed;
      const counts = now({
        skipped: typeState.state === "not_licensed" ? 1 : 0,
        gaps: typeState.state === "incomplete" ? 1 : 0,
      });
      onCounts(counts);
      return counts;
    },
  };
}
