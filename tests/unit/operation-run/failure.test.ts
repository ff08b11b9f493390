import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/domain/error/fault.ts";
import { type Failure, failureSchema, mergeFailures, toFailure } from "../../../src/domain/failure/failure.ts";

const idOf = (digit: number) => `6f0a1d34-9f5e-4c1c-8a52-0f7b2f1c9d1${digit}`;

function aFailure(more: Partial<Failure> = {}): Failure {
  return { code: "graph_forbidden", message: "Refused.", target: "settingsCatalog", count: 1, ...more };
}

describe("a failure", () => {
  it("is what a fault says, of a target, once, with the request that met it", () => {
    const fault = new Fault("graph_forbidden", "Refused.", { target: "elsewhere", requestId: idOf(1) });
    expect(toFailure(fault, "settingsCatalog")).toEqual(aFailure({ requestIds: [idOf(1)] }));
  });

  it("a failure of no request names none", () => {
    expect(toFailure(new Fault("graph_forbidden", "Refused."), "settingsCatalog")).toEqual(aFailure());
  });

  it.each([
    { message: "x".repeat(501) },
    { count: 0 },
    { count: 1.5 },
    { requestIds: ["anna@contoso.com"] },
    { payload: "{}" },
  ])("a failure with %j is not stored (P6.10)", (more) => {
    expect(failureSchema.safeParse({ ...aFailure(), ...more }).success).toBe(false);
  });
});

describe("failures of the same code and target", () => {
  it("failures of the same code and target are one with the sum of their counts, in order of first appearance, with the first one's words", () => {
    const other = aFailure({ target: "group" });
    const again = aFailure({ count: 2, message: "Refused again." });
    expect(mergeFailures([aFailure(), other, again])).toEqual([aFailure({ count: 3 }), other]);
  });

  it("failures differ when code or target do, even where the two could run together", () => {
    const codes = [aFailure(), aFailure({ code: "graph_refused" }), aFailure({ target: "settingsCatalog/1" })];
    expect(mergeFailures(codes)).toEqual(codes);
  });

  it("failures that become one keep three different requests, the first ones", () => {
    const each = [1, 1, 2, 3, 4].map((digit) => aFailure({ requestIds: [idOf(digit)] }));
    expect(mergeFailures(each)).toEqual([aFailure({ count: 5, requestIds: [idOf(1), idOf(2), idOf(3)] })]);
  });

  it("failures that become one keep the requests of those that have some", () => {
    const known = aFailure({ requestIds: [idOf(1)] });
    expect(mergeFailures([aFailure(), known])).toEqual([aFailure({ count: 2, requestIds: [idOf(1)] })]);
    expect(mergeFailures([known, aFailure()])).toEqual([aFailure({ count: 2, requestIds: [idOf(1)] })]);
  });
});
