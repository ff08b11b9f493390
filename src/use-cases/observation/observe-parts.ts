import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import { toStagingText } from "../../domain/observation/staged-entry.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import { configurationHash } from "../../domain/snapshot/configuration-form.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { makeObjectSink, type ObjectSink } from "./object-sink.ts";
import type { ObjectSlots } from "./object-slots.ts";
import { observeCollection } from "./observe-collection.ts";
import type { PartsRequest } from "./observe-group.ts";
import { observeReferences } from "./observe-references.ts";
import type { TypeReading } from "./take-in-object.ts";
import { makeTypeFindings } from "./type-findings.ts";

export type ObservePartsDeps = {
  readonly stores: TenantStores;
  readonly graph: GraphClient;
  readonly clock: Clock;
  readonly contracts: ContractIndex;
  /** Room for objects in memory, shared by all collections of the service group. */
  readonly slots: ObjectSlots;
};

/**
 * Reads object types that share a collection into inventory and snapshot storage, and leaves the part document of each
 * behind (runs.md 5).
 */
export async function observeParts(deps: ObservePartsDeps, request: PartsRequest): Promise<void> {
  const from = isoTime(deps.clock.nowMs());
  const [first, ...others] = request.types.map((type) => openType(deps, request, type));
  if (!first) return;
  if (first.contract.read === "by_id") await observeReferences(deps, request.run, first, request.signal);
  else {
    const siblings = deps.contracts.siblingsOf(first.contract);
    await observeCollection(deps, { types: [first, ...others], siblings, signal: request.signal });
  }
  await Promise.all([first, ...others].map((type) => closeType(deps, request, type, from)));
}

/** One object type while it is read. */
type OpenType = TypeReading & { readonly known: ReadonlyMap<string, KnownObject>; readonly sink: ObjectSink };

function openType(
  { stores, contracts }: ObservePartsDeps,
  { run, known: knownOfAll, onCounts }: PartsRequest,
  type: string,
): OpenType {
  const contract = contractOf(contracts, type);
  const known = knownOfAll.get(type) ?? new Map<string, KnownObject>();
  const sink = makeObjectSink({
    stores,
    known,
    keepsPayloads: runTypeOf(run).keepsPayloads,
    configurationHashOf: ({ payload }) => configurationHash(contract, payload),
  });
  const present = [...known.values()].filter(({ object }) => object.state === "present");
  const keep = (object: ObservedObject): Promise<number> => sink.add(object);
  const findings = makeTypeFindings(contract, (counts) => onCounts(type, counts));
  return { contract, known, knownIds: present.map(({ object }) => object.id), sink, keep, findings };
}

function contractOf(contracts: ContractIndex, type: string): ObjectTypeContract {
  const contract = contracts.contractOf(type);
  if (!contract) throw new Fault("unknown_object_type", `There is no object type ${type}.`);
  return contract;
}

async function closeType(
  { stores, clock, graph }: ObservePartsDeps,
  { run, onCounts }: PartsRequest,
  { contract, known, sink, findings }: OpenType,
  from: string,
): Promise<void> {
  const { lines, ...added } = await sink.finish();
  const { missing, counts, failures, typeState, deletedMeanwhile } = findings.conclude();
  onCounts(contract.key, counts);
  await markMissing({ stores, clock }, known, missing);
  const staging = lines.length === 0 ? null : await stores.staging.put(run.id, toStagingText(lines));
  await stores.parts.create({
    runId: run.id,
    attempt: run.attempt,
    type: contract.key,
    group: contract.serviceGroup,
    typeState,
    counts,
    failures: [...failures],
    ...(deletedMeanwhile.count === 0 ? {} : { deletedMeanwhile }),
    staging,
    window: { from, to: isoTime(clock.nowMs()) },
    ...added,
    graphRequests: graph.takeRequests(),
  });
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
