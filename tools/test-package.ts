// npm run test:package: the end-to-end tests once more, against what is deployed. Arguments go to the test runner.
import { runPackageTests } from "./run-tests.ts";

const { green } = await runPackageTests(process.argv.slice(2));
process.exitCode = green ? 0 : 1;
