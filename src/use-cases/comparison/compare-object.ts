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

/** Forms of an object; an empty one on a side where it is not, null on a side of which that is not known. */
export type TwoForms = { readonly left: JsonObject | null; readonly right: JsonObject | null };

export type ComparedObject = {
  readonly row: ObjectRow;
  /** None where `row.detail` is `hash`: what a side saw of the object is stored nowhere. */
  readonly changes: readonly Change[];
  readonly contract: ObjectTypeContract;
  readonly forms: TwoForms;
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
  const { pair, types } = await findPair(sides, wanted);
  const row = toRow(pair, types, contract);
  const [before, after] = await Promise.all([payloadOf(sides.left, pair.left), payloadOf(sides.right, pair.right)]);
  const forms = formsOf(
    row,
    before && matching.formOf("left", contract, before),
    after && matching.formOf("right", contract, after),
  );
  if (!pair.left || !pair.right || !before || !after) return { row, changes: [], contract, forms };
  const changes = await matching.differencesOf(contract, pair, types, [before, after]);
  if (changes === "other_kind") return { row: withOtherKind(row), changes: [], contract, forms };
  return { row: withChanges(row, contract, changes), changes, contract, forms };
}

/** Where a payload is not known: what is equal has one form, and what was added or removed has none on the other side. */
function formsOf({ change }: ObjectRow, left: JsonObject | undefined, right: JsonObject | undefined): TwoForms {
  if (change === "unchanged") return { left: left ?? right ?? null, right: right ?? left ?? null };
  return { left: left ?? (change === "added" ? {} : null), right: right ?? (change === "removed" ? {} : null) };
}

async function payloadOf(side: Side, entry: ComparedEntry | undefined): Promise<JsonObject | undefined> {
  if (!entry) return undefined;
  const read = await side.payloadsOf([entry]);
  return read(entry);
}
