import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grant, makeByteBudget } from "../../../src/domain/work/byte-budget.ts";
import { settle } from "../../builders/a-clock.ts";

describe("a budget of bytes in memory", () => {
  /** Asks for bytes in order; says who holds some. */
  async function holders(most: number, sizes: readonly number[]) {
    const budget = makeByteBudget(most);
    const held = new Map<number, Grant>();
    sizes.forEach((bytes, who) => void budget.take(bytes).then((grant) => held.set(who, grant)));
    await settle();
    return held;
  }

  it("is given to who comes first, and one may go over it", async () => {
    const held = await holders(10, [4, 6, 5, 1]);
    expect([...held.keys()]).toEqual([0, 1, 2]);
    held.get(0)?.release();
    await settle();
    expect([...held.keys()]).toEqual([0, 1, 2]);
    held.get(2)?.release();
    await settle();
    expect([...held.keys()]).toEqual([0, 1, 2, 3]);
  });

  it("is given to one who wants more than there is, so that he does not wait for ever", async () => {
    expect([...(await holders(10, [100, 100])).keys()]).toEqual([0]);
  });

  it("is given on when it is known that somebody holds less than he asked for", async () => {
    const held = await holders(10, [10, 10, 5]);
    expect([...held.keys()]).toEqual([0, 1]);
    held.get(0)?.resize(1);
    held.get(1)?.release();
    await settle();
    expect([...held.keys()]).toEqual([0, 1, 2]);
  });

  it("is never exceeded by more than the largest, and everybody gets his turn", async () => {
    const most = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 250 }), { maxLength: 40 }), async (sizes) => {
        const budget = makeByteBudget(most);
        let used = 0;
        let largest = 0;
        let peak = 0;
        let done = 0;
        const work = sizes.map(async (bytes) => {
          const grant = await budget.take(bytes);
          used += bytes;
          largest = Math.max(largest, bytes);
          peak = Math.max(peak, used);
          await Promise.resolve();
          used -= bytes;
          done += 1;
          grant.release();
        });
        await Promise.all(work);
        expect(done).toBe(sizes.length);
        expect(peak).toBeLessThanOrEqual(most + largest);
      }),
    );
  });
});
