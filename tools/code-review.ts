// The whole gate: types, lint, infrastructure and every layer of tests. The last line on stdout is "N passed, N failed",
// counted in tests of all layers. Ends with 1 when anything failed, also when no test ran.
import { fileURLToPath } from "node:url";
import { mayFindBicep } from "./infra/find-bicep.ts";
import { findBrowser } from "./portal/find-browser.ts";
import { runCheck } from "./run-check.ts";
import { deepTests, inBrowser, type Layer, review, reviewGoalSeconds } from "./tests/layers.ts";
import { runLayers } from "./tests/run-layer.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

// The compiler is no package of npm; a machine may have no way to get it.
async function checkInfra(): Promise<boolean> {
  const cache = fileURLToPath(new URL("../.cache/bicep", import.meta.url));
  if (mayFindBicep({ environment: process.env, cache })) {
    return runCheck({ name: "infra", script: toolOf("infra-check.ts"), args: [] });
  }
  process.stdout.write("infra: NOT CHECKED, because this machine has neither bicep nor the .NET SDK.\n");
  return true;
}

function layersHere(): readonly Layer[] {
  if (findBrowser(process.env)) return [...review, inBrowser];
  process.stdout.write("portal: NOT TESTED IN A BROWSER, because this machine has none.\n");
  return review;
}

const toolOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const types = await runCheck({ name: "types", script: toolOf("typecheck.ts"), args: [] });
const lint = await runCheck({ name: "lint", script: toolOf("lint.ts"), args: [] });
const infra = await checkInfra();
process.env[deepTests.name] = deepTests.value;
const runs = await runLayers(layersHere());
const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const failed = runs.reduce((sum, run) => sum + run.failed, 0);
const green = runs.every((run) => run.green && run.failed === 0 && run.passed > 0);

const all = { name: "code-review", seconds: performance.now() / 1_000, budgetSeconds: reviewGoalSeconds };

process.stdout.write(`${toBudgetLines([...runs, all]).join("\n")}\n`);
process.exitCode = types && lint && infra && green ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
