// The whole gate: types, lint, infrastructure, tests. The last line on stdout is "N passed, N failed", counted in tests.
// Ends with 1 when anything failed, also when no test ran.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mayFindBicep } from "./infra/find-bicep.ts";
import { packageCommand } from "./package-command.ts";
import { runCheck } from "./run-check.ts";
import { countTests } from "./test-counts.ts";

async function runTests(): Promise<{ passed: number; failed: number; green: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-review-"));
  try {
    const report = join(folder, "tests.json");
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const green = await runCheck({ name: "tests", script: packageCommand("vitest", "vitest"), args });
    return { ...(await countTests(report)), green };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The compiler is no package of npm; a machine may have no way to get it.
async function checkInfra(): Promise<boolean> {
  const cache = fileURLToPath(new URL("../.cache/bicep", import.meta.url));
  if (mayFindBicep({ environment: process.env, cache })) {
    const script = fileURLToPath(new URL("infra-check.ts", import.meta.url));
    return runCheck({ name: "infra", script, args: [] });
  }
  process.stdout.write("infra: NOT CHECKED, because this machine has neither bicep nor the .NET SDK.\n");
  return true;
}

const types = await runCheck({ name: "typecheck", script: packageCommand("typescript", "tsc"), args: ["--noEmit"] });
const lint = await runCheck({ name: "lint", script: fileURLToPath(new URL("lint.ts", import.meta.url)), args: [] });
const infra = await checkInfra();
const { passed, failed, green } = await runTests();

process.exitCode = types && lint && infra && green && failed === 0 && passed > 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
