import type { Change } from "../../domain/comparison/change.ts";
import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { toRow, withChanges, withOtherKind } from "../../domain/comparison/row-of-pair.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { findPair, type WantedObject } from "./find-pair.ts";
import type { Side } from "./open-side.ts";
import type { TwoSides } from "./read-changes.ts";

export type ComparedObject = {
  readonly row: ObjectRow;
  readonly changes: readonly Change[];
  readonly contract: ObjectTypeContract;
  /** Its forms; an empty one on a side that does not have the object. */
  readonly forms: { readonly left: JsonObject; readonly right: JsonObject };
};

/** One object on two sides, with all that differs. Both sides are proven; a payload that is lost is an error. */
export async function compareObject(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  sides: TwoSides,
  wanted: WantedObject,
): Promise<ComparedObject> {
  const contract = contractOf(wanted.type);
  if (!contract) throw new Fault("not_found", "There is no such object type.");
  const { matching } = sides;
  const [left, right] = await Promise.all([sides.left.open(), sides.right.open()]);
  const types = { left: left.types, right: right.types };
  const pair = await findPair(matching, left, right, wanted);
  const row = toRow(pair, types, contract);
  const [before, after] = await Promise.all([payloadOf(sides.left, pair.left), payloadOf(sides.right, pair.right)]);
  const forms = {
    left: before ? matching.formOf("left", contract, before) : {},
    right: after ? matching.formOf("right", contract, after) : {},
  };
  if (!pair.left || !pair.right || !before || !after) return { row, changes: [], contract, forms };
  const changes = await matching.differencesOf(contract, pair, types, [before, after]);
  if (changes === "other_kind") return { row: withOtherKind(row), changes: [], contract, forms };
  return { row: withChanges(row, contract, changes), changes, contract, forms };
}

async function payloadOf(side: Side, entry: ComparedEntry | undefined): Promise<JsonObject | undefined> {
  return entry && side.readPayload(entry);
}
