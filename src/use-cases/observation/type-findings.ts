import type { Counts } from "../../domain/counts/counts.ts";
import type { Fault } from "../../domain/error/fault.ts";
import { type DeletedMeanwhile, noneDeleted, sumDeleted } from "../../domain/failure/deleted-meanwhile.ts";
import { type Failure, mergeFailures } from "../../domain/failure/failure.ts";
import type { TypeState } from "../../domain/failure/type-state.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ListedObject } from "./listed-object.ts";
import { listFailureOf, objectFailureOf, relationFailureOf } from "./object-failure.ts";
import type { MissingRelation } from "./read-relations.ts";

/** An object that could not be read as what its list showed: only the list can say what became of it. */
export type Discrepancy = { readonly listed: ListedObject; readonly reason: Fault };

/** What a run finds out about one object type. A fault of the whole run is thrown on by its callers. */
export type TypeFindings = {
  /** The list has ended: how many objects of the type it showed. */
  readonly listed: (count: number) => void;
  readonly listFailed: (error: unknown) => void;
  readonly kept: (id: string) => void;
  readonly failed: (error: unknown, listed: ListedObject) => void;
  /** The object is kept, and a relation of it has no route. */
  readonly relationMissing: (relation: MissingRelation, listed: ListedObject) => void;
  /** The object is kept, but not all of it. */
  readonly keptIncomplete: (reason: Fault, listed: ListedObject) => void;
  /** Says something of the type that is no failure. */
  readonly noted: (note: Failure) => void;
  readonly discrepancy: (found: Discrepancy) => void;
  readonly deletedMeanwhile: (listed: ListedObject) => void;
  /** The inventory knows it, and there is proof that it is gone or of this type no more. */
  readonly missing: (id: string) => void;
  /** Whether the object was kept or has failed. */
  readonly isSettled: (id: string) => boolean;
  readonly hasDiscrepancies: () => boolean;
  /** Discrepancies of objects that are not settled by now. */
  readonly openDiscrepancies: () => readonly Discrepancy[];
  readonly conclude: () => Conclusion;
};

export type Conclusion = {
  readonly typeState: TypeState;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  readonly deletedMeanwhile: DeletedMeanwhile;
  readonly missing: readonly string[];
};

export function makeTypeFindings(contract: ObjectTypeContract, onCounts: (counts: Counts) => void): TypeFindings {
  const kept = new Set<string>();
  const failed = new Set<string>();
  const missing = new Set<string>();
  const discrepancies = new Map<string, Discrepancy>();
  const objectFailures: Failure[] = [];
  const relationFailures: Failure[] = [];
  const notes: Failure[] = [];
  let listFailure: Failure | undefined;
  let deleted = noneDeleted;
  let succeeded = 0;
  let total: number | null = null;

  const countsNow = (): Counts => {
    const failures = objectFailures.length;
    return { total, processed: succeeded + failures, succeeded, failed: failures, skipped: 0, gaps: 0 };
  };
  const isSettled = (id: string): boolean => kept.has(id) || failed.has(id);
  return {
    listed: (count) => {
      total = count;
      onCounts(countsNow());
    },
    listFailed: (error) => {
      listFailure = listFailureOf(error, contract);
    },
    kept: (id) => {
      kept.add(id);
      succeeded += 1;
      onCounts(countsNow());
    },
    failed: (error, listed) => {
      objectFailures.push(objectFailureOf(error, contract, listed));
      failed.add(listed.id);
      onCounts(countsNow());
    },
    relationMissing: (relation, listed) => void relationFailures.push(relationFailureOf(relation, contract, listed)),
    keptIncomplete: (reason, listed) => void relationFailures.push(objectFailureOf(reason, contract, listed)),
    noted: (note) => void notes.push(note),
    discrepancy: (found) => void discrepancies.set(found.listed.id, found),
    deletedMeanwhile: ({ id, name }) => {
      deleted = sumDeleted([deleted, { objects: [{ type: contract.key, id, name }], count: 1 }]);
      missing.add(id);
    },
    missing: (id) => void missing.add(id),
    isSettled,
    hasDiscrepancies: () => discrepancies.size > 0,
    openDiscrepancies: () => [...discrepancies.values()].filter(({ listed }) => !isSettled(listed.id)),
    conclude: () => {
      // Objects that were deleted meanwhile do not count in the total.
      total = succeeded + objectFailures.length;
      const counts = countsNow();
      const gone = { deletedMeanwhile: deleted, missing: [...missing].filter((id) => !kept.has(id)) };
      const failures = [...objectFailures, ...relationFailures];
      const found = summarize(contract, counts, { listFailure, failures });
      return { ...found, failures: [...found.failures, ...fewFailures(contract, notes)], ...gone };
    },
  };
}

type Failures = { readonly listFailure: Failure | undefined; readonly failures: readonly Failure[] };

/** How completely the type was read. */
function summarize(
  contract: ObjectTypeContract,
  counts: Counts,
  { listFailure, failures: ofObjects }: Failures,
): Pick<Conclusion, "typeState" | "counts" | "failures"> {
  if (listFailure?.code === "not_licensed") {
    // No failure of the run, but named in it: a type that was passed over in silence would look read.
    const typeState = { state: "not_licensed", message: listFailure.message } as const;
    return { typeState, counts: { ...counts, skipped: 1 }, failures: [listFailure] };
  }
  const failures = fewFailures(contract, [...(listFailure ? [listFailure] : []), ...ofObjects]);
  const [first] = failures;
  if (!first) return { typeState: { state: "complete" }, counts, failures };
  const typeState = { state: "incomplete", code: first.code, message: first.message } as const;
  return { typeState, counts: { ...counts, gaps: 1 }, failures };
}

// A run names so many objects of one type; the rest is counted, because thousands would outgrow the run's document.
const namedAtMost = 20;

function fewFailures({ key }: ObjectTypeContract, failures: readonly Failure[]): Failure[] {
  const named = failures.slice(0, namedAtMost);
  const others = failures.slice(namedAtMost).map((failure) => ({ ...failure, target: key }));
  return mergeFailures([...named, ...others]);
}
