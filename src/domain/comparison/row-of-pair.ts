import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { type Change, stepsOf } from "./change.ts";
import { areaOf } from "./change-view.ts";
import { absenceReasonOf, type ComparedEntry, type ComparedTypes } from "./compared-side.ts";
import { equalByHashes, hasChanged, type Reading } from "./equality.ts";
import type { EntryPair } from "./join-entries.ts";
import type { ChangeCounts, ObjectRow } from "./object-row.ts";

export type Sides = { readonly left: ComparedTypes; readonly right: ComparedTypes };

/** What is known of a pair without its payloads: `changed` with `detail: "hash"` may turn out to be no change. */
export function toRow(pair: EntryPair, types: Sides, contract: ObjectTypeContract | undefined): ObjectRow {
  const { left, right } = pair;
  const { type, id, name } = left ?? right;
  const row = {
    type,
    id,
    name,
    otherId: null,
    otherName: null,
    areas: null,
    counts: null,
    reason: null,
    leftHash: left?.configurationHash ?? null,
    rightHash: right?.configurationHash ?? null,
    risk: contract?.risk ?? null,
  };
  if (left && right) {
    const isEqual = equalByHashes(toReading(left, types.left), toReading(right, types.right)) === "equal";
    const other = { otherId: right.id === id ? null : right.id, otherName: right.name === name ? null : right.name };
    return isEqual
      ? { ...row, ...other, change: "unchanged", detail: "whole" }
      : { ...row, ...other, change: "changed", detail: "hash" };
  }
  if (pair.isAmbiguous) return { ...row, change: "ambiguous", detail: "whole" };
  const reason = absenceReasonOf(left ? types.right : types.left, { type, id }, contract);
  if (reason) return { ...row, change: "incomparable", reason, detail: "whole" };
  return { ...row, change: left ? "removed" : "added", detail: "whole" };
}

/** What equality is decided by: the rule of a hash stands with the entry, else with its type. */
export function toReading(entry: ComparedEntry, types: ComparedTypes): Reading {
  const { payloadHash, configurationHash, formId = types.get(entry.type)?.formId } = entry;
  return { payloadHash, configurationHash, formId };
}

/** The row of an object whose payloads were read; what Microsoft added and secrets alone are no change. */
export function withChanges(row: ObjectRow, contract: ObjectTypeContract, changes: readonly Change[]): ObjectRow {
  const areas = new Set(
    changes.filter((each) => hasChanged([each])).map(({ place }) => areaOf(contract, stepsOf(place))),
  );
  return {
    ...row,
    change: hasChanged(changes) ? "changed" : "unchanged",
    areas: [...areas].sort(),
    counts: countByKind(changes),
    detail: "whole",
  };
}

/** The row of two objects of one name that are no two readings of one thing, such as policies of two platforms. */
export function withOtherKind(row: ObjectRow): ObjectRow {
  return { ...row, change: "incomparable", reason: "other_kind", detail: "whole" };
}

function countByKind(changes: readonly Change[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, appeared: 0, secret: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
