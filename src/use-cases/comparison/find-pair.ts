import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import type { EntryPair } from "../../domain/comparison/join-entries.ts";
import type { Sides } from "../../domain/comparison/row-of-pair.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { TwoSides } from "./read-changes.ts";

export type WantedObject = {
  readonly type: string;
  /** Its id on the left; on the right where the left has none such. */
  readonly objectId: string;
  /** The id on the right of what a person wants it to be compared with, whatever pairs it otherwise. */
  readonly other?: string | undefined;
};

type MaybeEntry = ComparedEntry | undefined;

export type FoundPair = { readonly pair: EntryPair; readonly types: Sides };

/** One object on two sides, which are both proven. Fault `not_found` where there is none. */
export function findPair(sides: TwoSides, { type, objectId, other }: WantedObject): Promise<FoundPair> {
  if (sides.matching.by === "name") return findByName(sides, type, objectId, other);
  return findByIds(sides, type, [objectId, other ?? objectId]);
}

async function findByIds(
  sides: TwoSides,
  type: string,
  [leftId, rightId]: readonly [string, string],
): Promise<FoundPair> {
  const [left, right] = await Promise.all([
    sides.left.find({ type, id: leftId }),
    sides.right.find({ type, id: rightId }),
  ]);
  const types = { left: left.types, right: right.types };
  const both = [left.entry, right.entry] as const;
  return { pair: leftId === rightId ? toPair(...both) : toWholePair(...both), types };
}

function toPair(left: MaybeEntry, right: MaybeEntry): EntryPair {
  if (left) return { left, right };
  if (right) return { left, right };
  throw new Fault("not_found", "Neither side has such an object.");
}

/** Of two that a person chose. */
function toWholePair(left: MaybeEntry, right: MaybeEntry): EntryPair {
  if (left && right) return { left, right };
  throw new Fault("not_found", "A side does not have such an object.");
}

/** Both sides pass to their ends, which also gives the names of what objects refer to. */
async function findByName(
  { left, right, matching }: TwoSides,
  type: string,
  objectId: string,
  other: string | undefined,
): Promise<FoundPair> {
  const [before, after] = await Promise.all([left.open(), right.open()]);
  const types = matching.typesOf({ left: before.types, right: after.types });
  const both = [
    ofType(matching.watch("left", before.entries), type),
    ofType(matching.watch("right", after.entries), type),
  ] as const;
  const pairs = await Array.fromAsync(matching.pair(...both));
  if (other !== undefined) return { pair: chosenPair(pairs, objectId, other), types };
  const found = pairs.find((pair) => pair.left?.id === objectId) ?? pairs.find(isOnRightAlone(objectId));
  if (!found) throw new Fault("not_found", "Neither side has such an object.");
  return { pair: found, types };
}

function isOnRightAlone(objectId: string): (pair: EntryPair) => boolean {
  return ({ left, right }) => left === undefined && right.id === objectId;
}

function chosenPair(pairs: readonly EntryPair[], objectId: string, other: string): EntryPair {
  const left = pairs.find((pair) => pair.left?.id === objectId)?.left;
  const right = pairs.find((pair) => pair.right?.id === other)?.right;
  return toWholePair(left, right);
}

async function* ofType(entries: AsyncIterable<ComparedEntry>, type: string): AsyncGenerator<ComparedEntry> {
  for await (const entry of entries) if (entry.type === type) yield entry;
}
