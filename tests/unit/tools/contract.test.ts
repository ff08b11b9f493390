import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environmentFor, obstacleOf, suites } from "../../../tools/contract/suites.ts";
import { toReport, toTests } from "../../../tools/contract/to-report.ts";

const cosmos = { name: "cosmos", folder: "x/", needs: [["CONTRACT_COSMOS_ENDPOINT"], ["CONTRACT_COSMOS_KEY"]] };
const root = join(import.meta.dirname, "../../..");

describe("which contract suites run", () => {
  it("the suites that run are those whose folder holds tests", () => {
    expect(suites.filter(({ folder }) => globSync(`${folder}*.test.ts`, { cwd: root }).length === 0)).toEqual([]);
  });

  it("names every variable that is missing for a real service", () => {
    expect(obstacleOf(cosmos, "azure", { CONTRACT_COSMOS_KEY: "k" })).toContain("CONTRACT_COSMOS_ENDPOINT");
    expect(obstacleOf(cosmos, "azure", {})).toContain("CONTRACT_COSMOS_ENDPOINT and CONTRACT_COSMOS_KEY");
  });

  it("takes one of two variables where one is enough", () => {
    const serviceBus = suites.find(({ name }) => name === "service-bus") ?? cosmos;
    expect(obstacleOf(serviceBus, "azure", { CONTRACT_SERVICE_BUS_NAMESPACE: "n" })).toBeUndefined();
  });

  it("runs everything locally, and never with an account that the shell names", () => {
    const environment = { PATH: "p", CONTRACT_COSMOS_KEY: "k" };
    expect(suites.filter((suite) => obstacleOf(suite, "local", environment))).toEqual([]);
    expect(environmentFor("local", environment)).toEqual({ PATH: "p" });
    expect(environmentFor("azure", environment)).toEqual(environment);
  });
});

describe("the report of a contract run", () => {
  const output = {
    testResults: [
      {
        status: "failed",
        name: "a.test.ts",
        assertionResults: [
          { status: "passed", fullName: "one" },
          { status: "failed", fullName: "two" },
          { status: "pending", fullName: "three" },
        ],
      },
      { status: "failed", name: "broken.test.ts", assertionResults: [] },
    ],
  };
  const results = [
    { name: "cosmos", tests: toTests(output) },
    { name: "graph", obstacle: "not run" },
  ];
  const report = toReport({ target: "azure", date: "2026-11-24", commit: "abc", results });

  it("counts what passed, failed and was skipped, and a file that could not be loaded as one failure", () => {
    expect(report).toContain("| cosmos | 1 | 2 | 1 | |");
  });

  it("names what failed and what was skipped", () => {
    expect(report).toContain("## Failed\n\n- cosmos: two\n- cosmos: broken.test.ts as a whole");
    expect(report).toContain("## Skipped\n\n- cosmos: three");
  });

  it("says of a suite that was not run why", () => {
    expect(report).toContain("| graph | | | | not run |");
  });
});
