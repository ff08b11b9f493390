import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageCommand } from "./package-command.ts";
import { runCheck } from "./run-check.ts";
import { countTests, type TestCounts } from "./test-counts.ts";

/** How a run of tests ended. `green` is what the runner itself says. */
export type TestRun = TestCounts & { readonly green: boolean };

type Run = { readonly name: string; readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv };

/** Runs tests; `args` go to the test runner. */
export async function runTests({ name, args, env = {} }: Run): Promise<TestRun> {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-review-"));
  try {
    const report = join(folder, "tests.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const script = packageCommand("vitest", "vitest");
    const green = await runCheck({ name, script, args: ["run", ...reporters, ...args], env });
    return { ...(await countTests(report)), green };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
