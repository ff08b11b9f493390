import { compareEntries } from "../snapshot/entry.ts";
import type { ComparedEntry } from "./compared-side.ts";

/** Entries of one object: of both sides, or of the one that has it. */
export type EntryPair =
  | { readonly left: ComparedEntry; readonly right: ComparedEntry }
  | (OneSided & { readonly left: ComparedEntry; readonly right: undefined })
  | (OneSided & { readonly left: undefined; readonly right: ComparedEntry });

/** `isAmbiguous`: the other side has objects of the name, and nobody can say which of them is this one. */
type OneSided = { readonly isAmbiguous?: boolean };

/**
 * Pairs the entries of two sides by type and id, in that order, which both must come in. Holds one entry of each side at
 * a time; throws where a side is not in order, because objects would then pass each other unseen.
 */
export async function* joinEntries(
  left: AsyncIterable<ComparedEntry>,
  right: AsyncIterable<ComparedEntry>,
): AsyncGenerator<EntryPair> {
  await using before = readerOf(left);
  await using after = readerOf(right);
  let [one, other] = [await before.next(), await after.next()];
  while (one || other) {
    const order = one && other ? compareEntries(one, other) : one ? -1 : 1;
    if (one && other && order === 0) yield { left: one, right: other };
    else if (one && order < 0) yield { left: one, right: undefined };
    else if (other) yield { left: undefined, right: other };
    if (order <= 0) one = await before.next();
    if (order >= 0) other = await after.next();
  }
}

type Reader = AsyncDisposable & { readonly next: () => Promise<ComparedEntry | undefined> };

function readerOf(entries: AsyncIterable<ComparedEntry>): Reader {
  const iterator = entries[Symbol.asyncIterator]();
  let last: ComparedEntry | undefined;
  return {
    next: async () => {
      const { done, value } = await iterator.next();
      if (done) return undefined;
      if (last && compareEntries(last, value) >= 0) throw new Error("Entries do not come in order of type and id.");
      last = value;
      return value;
    },
    [Symbol.asyncDispose]: async () => {
      await iterator.return?.();
    },
  };
}
