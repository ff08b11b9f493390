// The formatter, the linter and the search for what nobody uses. Paths as arguments narrow the first two.
import { packageCommand } from "./package-command.ts";
import { type Check, runCheck } from "./run-check.ts";

const paths = process.argv.slice(2);

const checks: Check[] = [
  { name: "biome", script: packageCommand("@biomejs/biome", "biome"), args: ["check", ...paths] },
  // Type-aware, because a promise nobody waits for is lost work in serverless.
  { name: "oxlint", script: packageCommand("oxlint", "oxlint"), args: ["--type-aware", ...paths] },
];
// knip judges a file by who uses it, so it always reads the whole repository.
if (paths.length === 0) checks.push({ name: "knip", script: packageCommand("knip", "knip"), args: [] });

let failed = 0;
for (const check of checks) if (!(await runCheck(check))) failed += 1;
process.exitCode = failed === 0 ? 0 : 1;
