import { type ByteBudget, makeByteBudget } from "../../domain/work/byte-budget.ts";

/** What a worker may hold in memory of the objects that it reads, of all tenants and service groups together. */
export type ObjectMemory = {
  readonly budget: ByteBudget;
  /** How large an object of a type is expected to be, in bytes of JSON, before it is read whole. */
  readonly expected: (type: string) => number;
  /** How large one was. */
  readonly learn: (type: string, bytes: number) => void;
};

// Bytes of JSON. An object takes some five times as many: its values, its canonical text, and compressed.
const mostBytes = 24 * 1024 * 1024;

/** Of a type of which none has been read yet; half of the largest that are known. */
const expectedFirst = 512 * 1024;
/** The first one that is read may be a small one. */
const marginOfFirst = 4;
/** The largest of late counts; with each smaller one a tenth of it is forgotten. */
const decay = 0.9;

export function makeObjectMemory(): ObjectMemory {
  const sizes = new Map<string, number>();
  return {
    budget: makeByteBudget(mostBytes),
    expected: (type) => sizes.get(type) ?? expectedFirst,
    learn: (type, bytes) => {
      const before = sizes.get(type);
      sizes.set(type, before === undefined ? bytes * marginOfFirst : Math.max(bytes, before * decay));
    },
  };
}
