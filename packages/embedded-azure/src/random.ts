/** Numbers, choices and ids that are the same for the same seed, on every machine. */
export type Random = {
  /** A whole number between both bounds, which are included. */
  readonly integer: (low: number, high: number) => number;
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** So many different items, or all of them when there are fewer. */
  readonly sample: <T>(items: readonly T[], count: number) => readonly T[];
  readonly guid: () => string;
};

/** Chris Doty-Humphrey's sfc32: 128 bits of state, so that streams of different seeds share no ids. */
function makeSource(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // Neighbouring seeds look alike until the state has been mixed a few times.
  for (let round = 0; round < 20; round++) next();
  return next;
}

/** `seed` is a whole number; its lowest 32 bits count. */
export function makeRandom(seed: number): Random {
  const next = makeSource(seed);
  const integer: Random["integer"] = (low, high) => low + Math.floor((next() / 2 ** 32) * (high - low + 1));
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick: (items) => itemAt(items, integer(0, items.length - 1)),
    sample: (items, count) => sampleOf(items, count, integer),
    guid: () => toGuid([next(), next(), next(), next()]),
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}`);
  return item;
}

function sampleOf<T>(items: readonly T[], count: number, integer: Random["integer"]): readonly T[] {
  const left = [...items];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(integer(0, left.length - 1), 1));
  return taken;
}

/** The form of a random guid, version 4 (RFC 9562, section 5.4). */
function toGuid(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
