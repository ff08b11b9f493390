import type { Change } from "../../domain/comparison/change.ts";
import type { CollectedRow } from "../../domain/comparison/collected-rows.ts";
import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { type Sides, withChanges, withOtherKind } from "../../domain/comparison/row-of-pair.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import type { Matching } from "./matching.ts";
import type { Side } from "./open-side.ts";
import { unlessLost } from "./unless-lost.ts";

// Payloads are small, and a store answers many at once.
const readsAtOnce = 16;

export type TwoSides = { readonly left: Side; readonly right: Side; readonly matching: Matching };

/** A row, and its changes where its payloads could be read. */
export type ReadRow = { readonly row: ObjectRow; readonly changes: readonly Change[] | undefined };

/** Rows in the same order, decided by their payloads. One whose payload is lost, or that has none, stays as hashes told. */
export async function readRows(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  { left, right, matching }: TwoSides,
  types: Sides,
  rows: readonly CollectedRow[],
): Promise<readonly ReadRow[]> {
  const [readLeft, readRight] = await Promise.all([
    left.payloadsOf(rows.flatMap(({ pair }) => pair.left ?? [])),
    right.payloadsOf(rows.flatMap(({ pair }) => pair.right ?? [])),
  ]);
  return mapAtOnce(rows, readsAtOnce, async ({ row, pair }) => {
    const contract = contractOf(row.type);
    if (!contract || !pair.left || !pair.right) return { row, changes: undefined };
    const payloads = await Promise.all([readLeft(pair.left), readRight(pair.right)]).catch(unlessLost);
    const [before, after] = payloads ?? [];
    if (!before || !after) return { row, changes: undefined };
    const changes = await matching.differencesOf(contract, pair, types, [before, after]);
    if (changes === "other_kind") return { row: withOtherKind(row), changes: undefined };
    return { row: withChanges(row, contract, changes), changes };
  });
}
