import { describe, expect, it } from "vitest";
import { type Counts, noCounts, sumCounts } from "../../../src/domain/counts/counts.ts";
import { mergeFailures } from "../../../src/domain/failure/failure.ts";
import { deriveOutcome } from "../../../src/domain/operation-run/outcome.ts";

const some = (given: Partial<Counts>): Counts => ({ ...noCounts, total: 0, ...given });

describe("the outcome of a run", () => {
  const rows: readonly [string, Partial<Counts>, string][] = [
    ["an empty tenant is a success", {}, "succeeded"],
    ["everything read is a success", { total: 2, processed: 2, succeeded: 2 }, "succeeded"],
    ["a type without a licence is no failure", { skipped: 1 }, "succeeded"],
    ["something read and something failed is a partial success", { succeeded: 1, failed: 1 }, "partially_succeeded"],
    ["something read beside a gap is a partial success", { succeeded: 1, gaps: 1 }, "partially_succeeded"],
    ["nothing read and an object failed is a failure", { failed: 1 }, "failed"],
    ["nothing read and a type has a gap is a failure (pitfall 1)", { gaps: 1 }, "failed"],
  ];
  it.each(rows)("%s", (_title, given, outcome) => {
    expect(deriveOutcome(some(given))).toBe(outcome);
  });
});

describe("the sum of counts", () => {
  it("adds every count of every part (I7)", () => {
    const part = { total: 3, processed: 3, succeeded: 2, failed: 1, skipped: 1, gaps: 1 };
    expect(sumCounts([part, part])).toEqual({ total: 6, processed: 6, succeeded: 4, failed: 2, skipped: 2, gaps: 2 });
  });

  it("has no total while one part has none", () => {
    expect(sumCounts([some({ total: 3 }), noCounts]).total).toBeNull();
  });

  it("the sum of counts of no parts is a total of zero", () => {
    expect(sumCounts([])).toEqual(some({}));
  });
});

describe("failures", () => {
  const failure = { code: "graph_forbidden", message: "first", target: "settingsCatalog", count: 1 } as const;

  it("failures of one code and target become one with the sum of their counts", () => {
    expect(mergeFailures([failure, { ...failure, message: "second", count: 4 }])).toEqual([{ ...failure, count: 5 }]);
  });

  it("failures of different codes or targets stay apart, in order of appearance", () => {
    const others = [{ ...failure, target: "group" }, failure, { ...failure, code: "graph_throttled" } as const];
    expect(mergeFailures([...others, failure])).toEqual([others[0], { ...failure, count: 2 }, others[2]]);
  });
});
