// npm run test:package: every end-to-end test, against what is deployed. Arguments go to the test runner.
import { onPackage } from "./tests/layers.ts";
import { runLayers } from "./tests/run-layer.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

const runs = await runLayers(onPackage, process.argv.slice(2));
process.stdout.write(`${toBudgetLines(runs).join("\n")}\n`);
process.exitCode = runs.every(({ green }) => green) ? 0 : 1;
