import { type Clock, isoTime } from "../domain/clock/clock.ts";
import { Fault } from "../domain/error/fault.ts";
import type { GraphClient } from "../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../domain/graph/object-type-contract.ts";
import type { KnownObject } from "../domain/inventory/repository.ts";
import type { ObservedObject } from "../domain/observation/observed-object.ts";
import { toStagingText } from "../domain/observation/staged-entry.ts";
import type { Counts } from "../domain/operation-run/counts.ts";
import { configurationHash } from "../domain/snapshot/configuration-form.ts";
import type { TenantStores } from "../domain/store/tenant-stores.ts";
import { makeObjectSink, type ObjectSink } from "./object-sink.ts";
import type { PartRequest } from "./observe-group.ts";
import { observeReferences } from "./observe-references.ts";
import { type ObserveTypeRequest, observeType, type TypeObservation } from "./observe-type.ts";

export type ObservePartDeps = {
  readonly stores: TenantStores;
  readonly graph: GraphClient;
  readonly clock: Clock;
  readonly contractOf: (type: string) => ObjectTypeContract | undefined;
};

/** Reads one object type into inventory and snapshot storage, and leaves its part document behind (runs.md 5). */
export async function observePart(deps: ObservePartDeps, request: PartRequest): Promise<void> {
  const { stores, clock, graph } = deps;
  const contract = deps.contractOf(request.type);
  if (!contract) throw new Fault("unknown_object_type", `There is no object type ${request.type}.`);
  const from = isoTime(clock.nowMs());
  const requestsBefore = graph.requests();
  const known = await stores.inventory.knownOf(contract.key);
  const tally = makeTally(request.onCounts);
  const sink = makeObjectSink({
    stores,
    known,
    keepsPayloads: request.run.type === "snapshot.take",
    configurationHashOf: ({ payload }) => configurationHash(contract, payload),
  });
  const observation = await observe(deps, request, contract, { known, sink, tally });
  const { lines, ...added } = await sink.finish();
  await markMissing(deps, known, observation.missing);
  const staging = await stores.blobs.putStaging(request.run.id, toStagingText(lines));
  const counts = tally.finish(observation);
  await stores.parts.create({
    runId: request.run.id,
    attempt: request.run.attempt,
    type: contract.key,
    group: contract.serviceGroup,
    typeState: observation.typeState,
    counts,
    failures: [...observation.failures],
    staging,
    window: { from, to: isoTime(clock.nowMs()) },
    ...added,
    graphRequests: graph.requests() - requestsBefore,
  });
}

type Target = { known: ReadonlyMap<string, KnownObject>; sink: ObjectSink; tally: Tally };

function observe(
  deps: ObservePartDeps,
  { run, signal }: PartRequest,
  contract: ObjectTypeContract,
  { known, sink, tally }: Target,
): Promise<TypeObservation> {
  const present = [...known.values()].filter(({ object }) => object.state === "present");
  const wanted: ObserveTypeRequest = {
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
  return contract.read === "by_id" ? observeReferences(deps, run, wanted) : observeType(deps, wanted);
}

/** An object is missing only on positive evidence; when it was last seen stays as it was. */
async function markMissing(
  { stores, clock }: ObservePartDeps,
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
