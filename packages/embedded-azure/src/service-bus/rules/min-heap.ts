/** A priority queue: the entry with the smallest key first; of equal ones that with the smallest tie. */
export class MinHeap<Entry> {
  readonly #entries: Entry[] = [];
  readonly #keyOf: (entry: Entry) => number;
  readonly #tieOf: (entry: Entry) => number;

  constructor(keyOf: (entry: Entry) => number, tieOf: (entry: Entry) => number = keyOf) {
    this.#keyOf = keyOf;
    this.#tieOf = tieOf;
  }

  get size(): number {
    return this.#entries.length;
  }

  peek(): Entry | undefined {
    return this.#entries[0];
  }

  push(entry: Entry): void {
    let index = this.#entries.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  pop(): Entry | undefined {
    if (this.#entries.length < 2) return this.#entries.pop();
    this.#swap(0, this.#entries.length - 1);
    const first = this.#entries.pop();
    this.#sink();
    return first;
  }

  /** Takes every entry whose key is at most `limit`, in order. */
  *takeUpTo(limit: number): Generator<Entry> {
    for (let first = this.peek(); first !== undefined && this.#keyOf(first) <= limit; first = this.peek()) {
      this.pop();
      yield first;
    }
  }

  #sink(): void {
    let index = 0;
    for (let child = 1; child < this.#entries.length; child = 2 * index + 1) {
      if (child + 1 < this.#entries.length && this.#isBefore(child + 1, child)) child += 1;
      if (!this.#isBefore(child, index)) return;
      this.#swap(child, index);
      index = child;
    }
  }

  #isBefore(left: number, right: number): boolean {
    const [one, other] = [this.#at(left), this.#at(right)];
    const [key, otherKey] = [this.#keyOf(one), this.#keyOf(other)];
    return key === otherKey ? this.#tieOf(one) < this.#tieOf(other) : key < otherKey;
  }

  #swap(left: number, right: number): void {
    const entry = this.#at(left);
    this.#entries[left] = this.#at(right);
    this.#entries[right] = entry;
  }

  #at(index: number): Entry {
    const entry = this.#entries[index];
    if (entry === undefined) throw new RangeError(`The heap has no entry ${index}.`);
    return entry;
  }
}
