import { readFile } from "node:fs/promises";
import { z } from "zod";

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** How many tests passed and failed. A file that failed before or beside its tests counts as one failure. */
export interface TestCounts {
  passed: number;
  failed: number;
}

/** Reads the JSON report of a test run; a missing report is a run without tests. */
export async function countTests(reportPath: string): Promise<TestCounts> {
  const text = await readFile(reportPath, "utf8").catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 0 } : toTestCounts(JSON.parse(text));
}

/** The counts of a parsed report. Throws when the report has another shape. */
export function toTestCounts(report: unknown): TestCounts {
  const counts = { passed: 0, failed: 0 };
  for (const file of reportSchema.parse(report).testResults) {
    const passed = file.assertionResults.filter((test) => test.status === "passed").length;
    const failed = file.assertionResults.filter((test) => test.status === "failed").length;
    counts.passed += passed;
    counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
  }
  return counts;
}
