import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../../src/adapters/graph/retry-after.ts";
import { isRetryable, retryDelayMs } from "../../../src/adapters/graph/retry-delay.ts";

describe("Retry-After", () => {
  const answeredAt = "Wed, 21 Oct 2026 07:28:00 GMT";
  const parse = (value: unknown) => parseRetryAfter(value, answeredAt);

  it("is whole or fractional seconds (pitfall 5)", () => {
    expect(["0", "1", "17", "0.5", "2.0001", 3].map(parse)).toEqual([0, 1_000, 17_000, 500, 2_001, 3_000]);
  });

  it("is a date, which counts from the time of the answer that names it", () => {
    expect(parse("Wed, 21 Oct 2026 07:28:30 GMT")).toBe(30_000);
    expect(parse("Wed, 21 Oct 2026 07:27:00 GMT")).toBe(0);
    expect(parseRetryAfter("Wed, 21 Oct 2026 07:28:30 GMT", null)).toBeUndefined();
  });

  it("a Retry-After that is neither a number of seconds nor a date counts as missing", () => {
    const values = [
      null,
      undefined,
      "",
      "soon",
      "-1",
      "Infinity",
      "NaN",
      "1e9",
      "0x10",
      "1 2",
      "2026-10-21",
      {},
      [7],
      Number.NaN,
      -1,
    ];
    expect(values.map(parse)).toEqual(values.map(() => undefined));
  });

  it("is believed for a quarter of an hour at the most, however much it says", () => {
    const values = [
      "900",
      "901",
      "1000000000",
      "99999999999999",
      1e300,
      "9".repeat(400),
      "Wed, 21 Oct 2099 07:28:00 GMT",
    ];
    expect(values.map(parse)).toEqual(values.map(() => 900_000));
  });
});

describe("the pause before a retry", () => {
  const with_ = (random: number) => ({ random: () => random });

  it("is what Graph asked for and at most a tenth more (P6.14)", () => {
    expect(retryDelayMs(with_(0), 1, 17_000)).toBe(17_000);
    expect(retryDelayMs(with_(1), 1, 500)).toBe(600);
    expect(retryDelayMs(with_(1), 1, 5_000)).toBe(5_500);
    expect(retryDelayMs(with_(1), 1, 60_000)).toBe(61_000);
  });

  it("the pause without Retry-After is never nothing, and doubles up to a minute (pitfall 5)", () => {
    expect([1, 2, 3, 7, 20].map((count) => retryDelayMs(with_(1), count, undefined))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
    expect(retryDelayMs(with_(0), 5, undefined)).toBe(250);
  });
});

describe("what may pass by waiting", () => {
  it("is throttling and an error of the server, not a refusal", () => {
    const mayPass = (status: number) => isRetryable({ status, retryAfterMs: undefined }, 1);
    expect([429, 500, 502, 503, 504].every(mayPass)).toBe(true);
    expect([200, 400, 401, 403, 404, 409, 501].some(mayPass)).toBe(false);
  });

  it("is throttling for longer than an error of the server", () => {
    const tries = [3, 4, 7, 8];
    expect(tries.map((count) => isRetryable({ status: 429, retryAfterMs: 5 }, count))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(tries.map((count) => isRetryable({ status: 503, retryAfterMs: 5 }, count))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("is given up when Graph asks for a longer wait than a run has, not asked for too early", () => {
    expect(isRetryable({ status: 429, retryAfterMs: 300_001 }, 1)).toBe(false);
  });
});
