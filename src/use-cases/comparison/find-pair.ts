import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import type { EntryPair } from "../../domain/comparison/join-entries.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Matching } from "./matching.ts";
import type { OpenSide } from "./open-side.ts";

export type WantedObject = {
  readonly type: string;
  /** Its id on the left; on the right where the left has none such. */
  readonly objectId: string;
  /** The id on the right of what a person wants it to be compared with, whatever pairs it otherwise. */
  readonly other?: string | undefined;
};

/** One object on two sides, which are both read to their ends and so proven. Fault `not_found` where there is none. */
export async function findPair(
  matching: Matching,
  left: OpenSide,
  right: OpenSide,
  { type, objectId, other }: WantedObject,
): Promise<EntryPair> {
  const both = [matching.watch("left", left.entries), matching.watch("right", right.entries)] as const;
  if (other !== undefined) return chosenPair(both, type, objectId, other);
  // By name it takes all objects of the type to see that a name is the only one.
  const isWanted = ({ type: each, id }: ComparedEntry) => each === type && (matching.by === "name" || id === objectId);
  const [before, after] = both.map((entries) => only(entries, isWanted));
  const pairs = before && after ? await Array.fromAsync(matching.pair(before, after)) : [];
  const found = pairs.find(({ left: each }) => each?.id === objectId) ?? pairs.find(isOnRightAlone(objectId));
  if (!found) throw new Fault("not_found", "Neither side has such an object.");
  return found;
}

function isOnRightAlone(objectId: string): (pair: EntryPair) => boolean {
  return ({ left, right }) => left === undefined && right.id === objectId;
}

async function chosenPair(
  [left, right]: readonly [AsyncIterable<ComparedEntry>, AsyncIterable<ComparedEntry>],
  type: string,
  objectId: string,
  other: string,
): Promise<EntryPair> {
  const has = (wanted: string) => (entry: ComparedEntry) => entry.type === type && entry.id === wanted;
  const [[before], [after]] = await Promise.all([
    Array.fromAsync(only(left, has(objectId))),
    Array.fromAsync(only(right, has(other))),
  ]);
  if (!before || !after) throw new Fault("not_found", "A side does not have such an object.");
  return { left: before, right: after };
}

/** Reads to the end, which proves the side. */
async function* only(
  entries: AsyncIterable<ComparedEntry>,
  isWanted: (entry: ComparedEntry) => boolean,
): AsyncGenerator<ComparedEntry> {
  for await (const entry of entries) if (isWanted(entry)) yield entry;
}
