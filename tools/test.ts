// npm test [-- ARGUMENTS]: the layers of every day, each with what it took beside its budget. Arguments go to the test
// runner of each layer.
import { everyday, everydayGoalSeconds } from "./tests/layers.ts";
import { runLayers } from "./tests/run-layer.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

const runs = await runLayers(everyday, process.argv.slice(2));
const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
const all = { name: "npm test", seconds, budgetSeconds: everydayGoalSeconds };
process.stdout.write(`${toBudgetLines([...runs, all]).join("\n")}\n`);
const isGreen = runs.every((run) => run.green && run.failed === 0) && runs.some(({ passed }) => passed > 0);
process.exitCode = isGreen ? 0 : 1;
