import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { formIdOf } from "../../domain/comparison/form-rule.ts";
import { makeConfigurationHash } from "../../domain/comparison/to-form.ts";
import type { Counts } from "../../domain/counts/counts.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import type { KnownObject, KnownObjects } from "../../domain/inventory/repository.ts";
import type { TypeResult } from "../../domain/observation/part.ts";
import type { StagedEntry } from "../../domain/observation/staged-entry.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { capturedChangeAt, observedChangeAt } from "../version/observed-change.ts";
import type { TypeReading } from "./ingest-object.ts";
import { makeObjectSink, type ObjectSink } from "./object-sink.ts";
import type { ObjectSlots } from "./object-slots.ts";
import { observeCollection } from "./observe-collection.ts";
import { observeReferences } from "./observe-references.ts";
import { makeTypeFindings } from "./type-findings.ts";

export type ObserveTypesDeps = {
  readonly stores: TenantStores;
  readonly graph: GraphClient;
  readonly clock: Clock;
  readonly contracts: ContractIndex;
  /** Room for objects in memory, shared by all collections of the service group. */
  readonly slots: ObjectSlots;
};

export type TypesRequest = {
  readonly run: OperationRun;
  readonly types: readonly string[];
  /** What the inventory knew of these and other types when the work began. */
  readonly known: KnownObjects;
  readonly signal: AbortSignal;
  /** Told whenever the counts of a type change. */
  readonly onCounts: (type: string, counts: Counts) => void;
};

/** A type that was read to its end: what was found out, and what of it is in the stores now. */
export type ReadType = {
  readonly result: TypeResult;
  readonly lines: readonly StagedEntry[];
  readonly objectsAdded: number;
  readonly bytesAdded: number;
};

/** Reads object types that share a collection into inventory and snapshot storage. */
export async function observeTypes(deps: ObserveTypesDeps, request: TypesRequest): Promise<readonly ReadType[]> {
  const [first, ...others] = request.types.map((type) => openType(deps, request, type));
  if (!first) return [];
  if (first.contract.read === "by_id") await observeReferences(deps, request.run, first, request.signal);
  else {
    const siblings = deps.contracts.siblingsOf(first.contract);
    await observeCollection(deps, { types: [first, ...others], siblings, signal: request.signal });
  }
  return Promise.all([first, ...others].map((type) => closeType(deps, request, type)));
}

/** One object type while it is read. */
type OpenType = TypeReading & {
  readonly formId: string;
  readonly known: ReadonlyMap<string, KnownObject>;
  readonly sink: ObjectSink;
};

function openType(
  { stores, contracts }: ObserveTypesDeps,
  { run, known: knownOfAll, onCounts }: TypesRequest,
  type: string,
): OpenType {
  const contract = contractOf(contracts, type);
  const [formId, hashOf] = [formIdOf(contract), makeConfigurationHash(contract)];
  const known = knownOfAll.get(type) ?? new Map<string, KnownObject>();
  const { keepsPayloads } = runTypeOf(run);
  const sink = makeObjectSink({
    stores,
    known,
    keepsPayloads,
    formId,
    configurationHashOf: ({ payload }) => hashOf(payload),
    changeOf: async (object, now) => {
      const before = known.get(object.id)?.object;
      if (keepsPayloads) return capturedChangeAt(now, before);
      return observedChangeAt({ stores, contract }, object, now, before);
    },
  });
  const present = [...known.values()].filter(({ object }) => object.state === "present");
  const keep = (object: ObservedObject): Promise<number> => sink.add(object);
  const findings = makeTypeFindings(contract, (counts) => onCounts(type, counts));
  return { contract, formId, known, knownIds: present.map(({ object }) => object.id), sink, keep, findings };
}

function contractOf(contracts: ContractIndex, type: string): ObjectTypeContract {
  const contract = contracts.contractOf(type);
  if (!contract) throw new Fault("unknown_object_type", `There is no object type ${type}.`);
  return contract;
}

async function closeType(
  { stores, clock }: ObserveTypesDeps,
  { onCounts }: TypesRequest,
  { contract, formId, known, sink, findings }: OpenType,
): Promise<ReadType> {
  const stored = await sink.finish();
  const { missing, counts, failures, typeState, deletedMeanwhile } = findings.conclude();
  onCounts(contract.key, counts);
  await markMissing({ stores, clock }, known, missing);
  const gone = deletedMeanwhile.count === 0 ? {} : { deletedMeanwhile };
  const result = { type: contract.key, formId, typeState, counts, failures: [...failures], ...gone };
  return { result, ...stored };
}

/** An object is missing only on positive evidence; when it was last seen stays as it was. */
async function markMissing(
  { stores, clock }: Pick<ObserveTypesDeps, "stores" | "clock">,
  known: ReadonlyMap<string, KnownObject>,
  missing: readonly string[],
): Promise<void> {
  const observedAt = isoTime(clock.nowMs());
  const gone = missing.flatMap((id) => known.get(id) ?? []);
  const changed = gone.map(({ object }) => ({ ...object, state: "missing" as const, observedAt }));
  if (changed.length > 0) await stores.inventory.write(changed, known);
}
