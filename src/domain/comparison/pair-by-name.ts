import { compareEntries } from "../snapshot/entry.ts";
import type { ComparedEntry } from "./compared-side.ts";
import { type EntryPair, joinEntries } from "./join-entries.ts";

export type SideName = "left" | "right";

/** What kind of thing an object is, beside its type; null where nobody can say. */
export type KindOf = (side: SideName, entry: ComparedEntry) => Promise<string | null>;

/**
 * Pairs the entries of two tenants by type and exact name, whatever Unicode form it is written in. Where several have a
 * name their kind decides, and where it does not they are ambiguous: none is paired by luck (RC10, pitfall 15). Entries
 * must come in order of type and id, and pairs come in it, by the id on the left where there is one. Holds the entries
 * of one type at a time.
 */
export async function* pairByName(
  left: AsyncIterable<ComparedEntry>,
  right: AsyncIterable<ComparedEntry>,
  kindOf: KindOf,
): AsyncGenerator<EntryPair> {
  let ofType: Entries = { left: [], right: [] };
  let type: string | undefined;
  for await (const pair of joinEntries(left, right)) {
    const next = (pair.left ?? pair.right).type;
    if (next !== type) {
      yield* pairsOf(ofType, kindOf);
      ofType = { left: [], right: [] };
      type = next;
    }
    if (pair.left) ofType.left.push(pair.left);
    if (pair.right) ofType.right.push(pair.right);
  }
  yield* pairsOf(ofType, kindOf);
}

type Entries = { readonly left: ComparedEntry[]; readonly right: ComparedEntry[] };

async function* pairsOf({ left, right }: Entries, kindOf: KindOf): AsyncGenerator<EntryPair> {
  const names = { left: byName(left), right: byName(right) };
  const pairs: EntryPair[] = [];
  for (const name of new Set([...names.left.keys(), ...names.right.keys()])) {
    const both = { left: names.left.get(name) ?? [], right: names.right.get(name) ?? [] };
    pairs.push(...(isSingle(both) ? match(both) : await matchByKind(both, kindOf)));
  }
  yield* pairs.toSorted(comparePairs);
}

function byName(entries: readonly ComparedEntry[]): Map<string, ComparedEntry[]> {
  return Map.groupBy(entries, ({ name }) => name.normalize("NFC"));
}

/** Whether nothing has to be told apart: one on each side at most, or one side has none. */
function isSingle({ left, right }: Entries): boolean {
  return left.length * right.length <= 1;
}

async function matchByKind(both: Entries, kindOf: KindOf): Promise<EntryPair[]> {
  const kinds = {
    left: await Promise.all(both.left.map((entry) => kindOf("left", entry))),
    right: await Promise.all(both.right.map((entry) => kindOf("right", entry))),
  };
  const all = [...kinds.left, ...kinds.right];
  if (all.includes(null)) return match(both);
  return [...new Set(all)].flatMap((kind) =>
    match({
      left: both.left.filter((_, index) => kinds.left[index] === kind),
      right: both.right.filter((_, index) => kinds.right[index] === kind),
    }),
  );
}

/** Pairs of entries of which nothing more is known than that they have one name. */
function match(both: Entries): EntryPair[] {
  const [left] = both.left;
  const [right] = both.right;
  if (left && right && isSingle(both)) return [{ left, right }];
  const isAmbiguous = !isSingle(both);
  return [
    ...both.left.map((each): EntryPair => ({ left: each, right: undefined, isAmbiguous })),
    ...both.right.map((each): EntryPair => ({ left: undefined, right: each, isAmbiguous })),
  ];
}

function comparePairs(a: EntryPair, b: EntryPair): number {
  return compareEntries(a.left ?? a.right, b.left ?? b.right) || Number(!a.left) - Number(!b.left);
}
