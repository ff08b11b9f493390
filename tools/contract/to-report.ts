import { z } from "zod";
import type { Target } from "./suites.ts";

const testSchema = z.object({ status: z.string(), fullName: z.string() });
const outputSchema = z.object({
  testResults: z.array(z.object({ status: z.string(), name: z.string(), assertionResults: z.array(testSchema) })),
});

export type Test = z.infer<typeof testSchema>;

/** What a suite came to, or why it was not run. */
export type SuiteResult = { readonly name: string } & (
  | { readonly tests: readonly Test[] }
  | { readonly obstacle: string }
);

/** The tests in the JSON output of the runner; a file that could not be loaded counts as one that failed. */
export function toTests(output: unknown): Test[] {
  return outputSchema.parse(output).testResults.flatMap(({ status, name, assertionResults }) => {
    const isBroken = status === "failed" && !assertionResults.some((each) => each.status === "failed");
    return isBroken ? [...assertionResults, { status, fullName: `${name} as a whole` }] : assertionResults;
  });
}

type Report = {
  readonly target: Target;
  /** ISO date of the run. */
  readonly date: string;
  readonly commit: string;
  readonly results: readonly SuiteResult[];
};

/** The report as a page to commit: a table, and by name what failed and what was left out. */
export function toReport({ target, date, commit, results }: Report): string {
  const heading = target === "azure" ? "Azure" : "the embedded servers";
  const lines = [
    `# Contract tests against ${heading}`,
    "",
    `Written by \`tools/contract.ts --target ${target}\` on ${date}, at commit ${commit}.`,
    "",
    "| suite | passed | failed | skipped | remark |",
    "| --- | --- | --- | --- | --- |",
    ...results.map(toRow),
    ...toList("Failed", results, "failed"),
    ...toList("Skipped", results, "skipped"),
  ];
  return `${lines.join("\n")}\n`;
}

function toRow(result: SuiteResult): string {
  if ("obstacle" in result) return `| ${result.name} | | | | ${result.obstacle} |`;
  const count = (status: string) => ofStatus(result.tests, status).length;
  return `| ${result.name} | ${count("passed")} | ${count("failed")} | ${count("skipped")} | |`;
}

function toList(heading: string, results: readonly SuiteResult[], status: string): string[] {
  const names = results.flatMap((result) =>
    "tests" in result ? ofStatus(result.tests, status).map(({ fullName }) => `- ${result.name}: ${fullName}`) : [],
  );
  return names.length === 0 ? [] : ["", `## ${heading}`, "", ...names];
}

function ofStatus(tests: readonly Test[], status: string): Test[] {
  // The runner has several words for a test that was not carried out.
  const isSkipped = (each: string) => each !== "passed" && each !== "failed";
  return tests.filter((test) => (status === "skipped" ? isSkipped(test.status) : test.status === status));
}
