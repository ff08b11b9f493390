// npm run test:package: end-to-end tests once more, against what is deployed. Arguments go to the test runner, instead of
// the files that it takes by itself (`--project=whole` takes all of them).
import { runPackageTests } from "./tests/run-package-tests.ts";
import { toBudgetLines } from "./tests/to-budget-lines.ts";

const run = await runPackageTests(process.argv.length > 2 ? process.argv.slice(2) : undefined);
process.stdout.write(`${toBudgetLines([run]).join("\n")}\n`);
process.exitCode = run.green ? 0 : 1;
