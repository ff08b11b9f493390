import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/domain/error/fault.ts";
import { makeRateLimit } from "../../../src/domain/rate-limit/make-rate-limit.ts";

function aLimit(perSecond = 2, burst = 3) {
  let now = 0;
  const take = makeRateLimit({ perSecond, burst }, () => now);
  const refusalOf = (caller: string): Fault | undefined => {
    try {
      take(caller);
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  };
  const passes = (ms: number): void => {
    now += ms;
  };
  return { refusalOf, passes };
}

describe("the rate limit of a caller", () => {
  it("lets a burst through, then refuses and says when to come again", () => {
    const { refusalOf } = aLimit();
    expect([1, 2, 3].map(() => refusalOf("a"))).toEqual([undefined, undefined, undefined]);
    expect(refusalOf("a")).toMatchObject({ code: "too_many_requests", retryAfterMs: 500 });
  });

  it("lets through as many a second as it says", () => {
    const { refusalOf, passes } = aLimit();
    for (let count = 0; count < 3; count += 1) refusalOf("a");
    passes(1_000);
    expect([1, 2, 3].map(() => refusalOf("a") === undefined)).toEqual([true, true, false]);
  });

  it("never saves up more than a burst", () => {
    const { refusalOf, passes } = aLimit();
    passes(3_600_000);
    expect([1, 2, 3, 4].map(() => refusalOf("a") === undefined)).toEqual([true, true, true, false]);
  });

  it("the rate limit of one caller is not another's (pitfall 33)", () => {
    const { refusalOf } = aLimit();
    for (let count = 0; count < 4; count += 1) refusalOf("a");
    expect(refusalOf("b")).toBeUndefined();
  });

  it("the rate limit remembers 10,000 callers at most: of more, the one that has not asked for longest is a stranger again", () => {
    const { refusalOf } = aLimit(2, 1);
    const others = (from: number, to: number): void => {
      for (let caller = from; caller < to; caller += 1) refusalOf(`caller ${caller}`);
    };
    refusalOf("a");
    refusalOf("b");
    others(0, 9_998);
    expect([refusalOf("a")?.code, refusalOf("b")?.code]).toEqual(["too_many_requests", "too_many_requests"]);
    others(9_998, 19_996);
    expect(refusalOf("a")?.code).toBe("too_many_requests");
    refusalOf("one more");
    expect(refusalOf("b")).toBeUndefined();
  });

  it("stands still when the clock is set back, and gives nothing away", () => {
    const { refusalOf, passes } = aLimit();
    for (let count = 0; count < 3; count += 1) refusalOf("a");
    passes(-60_000);
    expect(refusalOf("a")).toBeDefined();
  });
});
