import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupProgressSchema, noProgress, toSmallProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { startOfTime } from "../../builders/a-clock.ts";

const count = fc.nat({ max: 100_000 });
const counts = { succeeded: count, failed: count, skipped: count, gaps: count };
const spent = { throttled: count, asked: count, retried: count };
const waiting = fc.constantFrom(null, { reason: "throttled", until: startOfTime });
const aProgress = fc.record({ total: fc.option(count), processed: count, ...counts, ...spent, waiting });

describe("how far a service group is, as short as it can be said", () => {
  it("means the same", () => {
    fc.assert(
      fc.property(aProgress, (progress) => {
        expect(groupProgressSchema.parse(JSON.parse(JSON.stringify(toSmallProgress(progress))))).toEqual(progress);
      }),
    );
  });

  it("says nothing of what is none, and that an ended list had no object", () => {
    expect(toSmallProgress(noProgress)).toEqual({});
    const some = { ...noProgress, total: 0, processed: 3, succeeded: 2, failed: 1 };
    expect(toSmallProgress(some)).toEqual({ total: 0, succeeded: 2, failed: 1 });
  });

  it("is read as the release before wrote it", () => {
    const recorded = { total: 7, processed: 2, succeeded: 2, failed: 0, skipped: 0, gaps: 0 };
    expect(groupProgressSchema.parse(recorded)).toEqual({ ...noProgress, ...recorded });
    const later = { ...recorded, throttled: 1, asked: 9, retried: 1, waiting: null };
    expect(groupProgressSchema.parse(later)).toEqual(later);
  });
});
