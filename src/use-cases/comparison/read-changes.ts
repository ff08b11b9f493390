import type { Change } from "../../domain/comparison/change.ts";
import type { CollectedRow } from "../../domain/comparison/collected-rows.ts";
import { differencesOf } from "../../domain/comparison/equality.ts";
import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { type Sides, toReading, withChanges } from "../../domain/comparison/row-of-pair.ts";
import { toFault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import type { Side } from "./open-side.ts";

// Payloads are small, and a store answers many at once.
const readsAtOnce = 16;

export type TwoSides = { readonly left: Side; readonly right: Side };

/** A row, and its changes where its payloads could be read. */
export type ReadRow = { readonly row: ObjectRow; readonly changes: readonly Change[] | undefined };

/** Rows in the same order, decided by their payloads. One whose payload is lost, or that has none, stays as hashes told. */
export function readRows(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  { left, right }: TwoSides,
  types: Sides,
  rows: readonly CollectedRow[],
): Promise<readonly ReadRow[]> {
  return mapAtOnce(rows, readsAtOnce, async ({ row, pair }) => {
    const contract = contractOf(row.type);
    if (!contract || !pair.left || !pair.right) return { row, changes: undefined };
    const readings = [toReading(pair.left, types.left), toReading(pair.right, types.right)] as const;
    const payloads = await Promise.all([left.readPayload(pair.left), right.readPayload(pair.right)]).catch(unlessLost);
    const [before, after] = payloads ?? [];
    if (!before || !after) return { row, changes: undefined };
    const changes = await differencesOf(contract, readings, async () => [before, after]);
    return { row: withChanges(row, contract, changes), changes };
  });
}

/** One payload that is lost makes no list of others unreadable. */
function unlessLost(error: unknown): undefined {
  const { code } = toFault(error);
  if (code !== "payload_damaged" && code !== "payload_missing") throw error;
}
