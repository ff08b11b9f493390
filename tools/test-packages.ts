// npm run test:packages: the tests of the packages themselves, kill series included. Arguments go to the test runner.
import { packages } from "./tests/layers.ts";
import { runLayer } from "./tests/run-layer.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

const run = await runLayer(packages, process.argv.slice(2));
process.stdout.write(`${toBudgetLines([run]).join("\n")}\n`);
process.exitCode = run.green ? 0 : 1;
