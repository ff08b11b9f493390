// npm run test:package: the end-to-end tests once more, against what is deployed. Arguments go to the test runner.
import { runPackageTests } from "./tests/run-package-tests.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

const run = await runPackageTests(process.argv.slice(2));
process.stdout.write(`${toBudgetLines([run]).join("\n")}\n`);
process.exitCode = run.green ? 0 : 1;
