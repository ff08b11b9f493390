/** How the items of one list became those of another: positions on the left and on the right. */
export type ListScript = {
  /** The same item on both sides, whose neighbours moved or not. */
  readonly moved: readonly Pair[];
  /** An item that is another one now. */
  readonly changed: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
};

export type Pair = readonly [left: number, right: number];

/** The script that turns the lists around. */
function inverted({ moved, changed, removed, added }: ListScript): ListScript {
  const turn = (pairs: readonly Pair[]): Pair[] => pairs.map(([left, right]) => [right, left]);
  return { moved: turn(moved), changed: turn(changed), removed: added, added: removed };
}

/** Of two lists with an order, given the texts of their items. Turning the lists around turns the script around. */
export function scriptOfOrdered(left: readonly string[], right: readonly string[]): ListScript {
  // Of several longest common subsequences one is taken; both directions must take the same.
  return left.join("\n") <= right.join("\n") ? scriptOf(left, right) : inverted(scriptOf(right, left));
}

function scriptOf(left: readonly string[], right: readonly string[]): ListScript {
  const common = commonOf(left, right);
  const gaps = gapsBetween(common, left.length, right.length);
  const freeLeft = gaps.flatMap(({ left: each }) => each);
  const moved = sameItems(
    left,
    right,
    freeLeft,
    gaps.flatMap(({ right: each }) => each),
  );
  const isMoved = { left: new Set(moved.map(([each]) => each)), right: new Set(moved.map(([, each]) => each)) };
  const changed: Pair[] = [];
  const removed: number[] = [];
  const added: number[] = [];
  for (const gap of gaps) {
    const [before, after] = [
      gap.left.filter((each) => !isMoved.left.has(each)),
      gap.right.filter((each) => !isMoved.right.has(each)),
    ];
    const both = Math.min(before.length, after.length);
    changed.push(...before.slice(0, both).map((each, index): Pair => [each, after[index] ?? each]));
    removed.push(...before.slice(both));
    added.push(...after.slice(both));
  }
  return { moved, changed, removed, added };
}

/** Items that stand on both sides and are in no common subsequence, each taken once. */
function sameItems(
  left: readonly string[],
  right: readonly string[],
  freeLeft: readonly number[],
  freeRight: readonly number[],
): Pair[] {
  const byText = Map.groupBy(freeRight, (index) => right[index] ?? "");
  return freeLeft.flatMap((index): Pair[] => {
    const found = byText.get(left[index] ?? "")?.shift();
    return found === undefined ? [] : [[index, found]];
  });
}

type Gap = { readonly left: readonly number[]; readonly right: readonly number[] };

/** What stands between two neighbours of the common subsequence. */
function gapsBetween(common: readonly Pair[], leftLength: number, rightLength: number): Gap[] {
  const ends: readonly Pair[] = [...common, [leftLength, rightLength]];
  let [fromLeft, fromRight] = [0, 0];
  return ends.map(([left, right]) => {
    const gap = { left: range(fromLeft, left), right: range(fromRight, right) };
    [fromLeft, fromRight] = [left + 1, right + 1];
    return gap;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

// Beyond it, a table of all pairs would cost more than it tells: what is between equal ends is then matched by content.
const maxTable = 4_000_000;

/** The longest common subsequence: equal ends first, the rest by a table. */
function commonOf(left: readonly string[], right: readonly string[]): Pair[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [rows, columns] = [left.length - end - start, right.length - end - start];
  const between =
    rows * columns > maxTable
      ? []
      : commonByTable(left.slice(start, start + rows), right.slice(start, start + columns));
  return [
    ...range(0, start).map((index): Pair => [index, index]),
    ...between.map(([l, r]): Pair => [l + start, r + start]),
    ...range(0, end).map((index): Pair => [left.length - end + index, right.length - end + index]),
  ];
}

function commonByTable(left: readonly string[], right: readonly string[]): Pair[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const isSame = left[row] === right[column];
      lengths[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
