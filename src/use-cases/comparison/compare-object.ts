import type { Change } from "../../domain/comparison/change.ts";
import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import { differencesOf } from "../../domain/comparison/equality.ts";
import { joinEntries } from "../../domain/comparison/join-entries.ts";
import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { toReading, toRow, withChanges } from "../../domain/comparison/row-of-pair.ts";
import { toForm } from "../../domain/comparison/to-form.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
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
  type: string,
  objectId: string,
): Promise<ComparedObject> {
  const contract = contractOf(type);
  if (!contract) throw new Fault("not_found", "There is no such object type.");
  const [left, right] = await Promise.all([sides.left.open(), sides.right.open()]);
  const types = { left: left.types, right: right.types };
  const pairs = joinEntries(onlyThis(left.entries, type, objectId), onlyThis(right.entries, type, objectId));
  const [pair] = await Array.fromAsync(pairs);
  if (!pair) throw new Fault("not_found", "Neither side has such an object.");
  const row = toRow(pair, types, contract);
  const [before, after] = await Promise.all([payloadOf(sides.left, pair.left), payloadOf(sides.right, pair.right)]);
  const forms = { left: before ? toForm(contract, before) : {}, right: after ? toForm(contract, after) : {} };
  if (!pair.left || !pair.right || !before || !after) return { row, changes: [], contract, forms };
  const readings = [toReading(pair.left, types.left), toReading(pair.right, types.right)] as const;
  const changes = await differencesOf(contract, readings, async () => [before, after]);
  return { row: withChanges(row, contract, changes), changes, contract, forms };
}

/** Reads to the end, which proves the side. */
async function* onlyThis(
  entries: AsyncIterable<ComparedEntry>,
  type: string,
  id: string,
): AsyncGenerator<ComparedEntry> {
  for await (const entry of entries) if (entry.type === type && entry.id === id) yield entry;
}

async function payloadOf(side: Side, entry: ComparedEntry | undefined): Promise<JsonObject | undefined> {
  return entry && side.readPayload(entry);
}
