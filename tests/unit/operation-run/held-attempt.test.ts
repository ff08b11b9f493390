import { describe, expect, it } from "vitest";
import { ifHeldByAttempt } from "../../../src/domain/operation-run/held-attempt.ts";
import { aRun } from "../../builders/a-run.ts";

describe("an attempt", () => {
  it("holds its run while that is running", () => {
    const run = aRun({ status: "running", attempt: 2 });
    expect(ifHeldByAttempt(run, 2)).toBe(run);
  });

  it.each([
    ["that is completed", aRun({ status: "completed", attempt: 2 })],
    ["that is completed in an attempt before", aRun({ status: "completed", attempt: 1 })],
    ["whose next attempt runs", aRun({ status: "running", attempt: 3 })],
    ["whose next attempt is queued", aRun({ status: "queued", attempt: 3 })],
  ])("no longer holds a run %s: its worker stops (pitfall 26)", (_what, run) => {
    expect(ifHeldByAttempt(run, 2)).toBeUndefined();
  });

  it.each([
    ["that is not there", undefined],
    ["that is still queued", aRun({ status: "queued", attempt: 2 })],
    ["of an attempt before", aRun({ status: "running", attempt: 1 })],
  ])("cannot see its claim yet of a run %s: that is tried again, and is no end", (_what, run) => {
    expect(() => ifHeldByAttempt(run, 2)).toThrow(
      expect.objectContaining({
        code: "conflict",
        mayRetry: true,
        message: "The claim of this attempt is not visible yet.",
      }),
    );
  });
});
