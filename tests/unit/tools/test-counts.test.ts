import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countTests, toTestCounts } from "../../../tools/test-counts.ts";

const aFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("the count of the gate", () => {
  it("counts tests over all files and leaves skipped ones out", () => {
    const testResults = [aFile("failed", "passed", "failed"), aFile("passed", "passed", "skipped")];
    expect(toTestCounts({ testResults })).toEqual({ passed: 2, failed: 1 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    expect(toTestCounts({ testResults: [aFile("failed"), aFile("passed", "passed")] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it("takes a missing report for a run without tests", async () => {
    expect(await countTests(join(import.meta.dirname, "no-such-report.json"))).toEqual({ passed: 0, failed: 0 });
  });
});
