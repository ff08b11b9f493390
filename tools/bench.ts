import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCheck } from "./run-check.ts";

// npm run bench [-- NAME]: one benchmark, or all. Ends with 1 when one of them is over its budget.

const folder = fileURLToPath(new URL("../benchmarks", import.meta.url));
const names = globSync("*.ts", { cwd: folder })
  .map((file) => basename(file, ".ts"))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}: ${names.join(", ")}.\n`);
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : names) {
    const isGreen = await runCheck({ name, script: join(folder, `${name}.ts`), args: [] });
    if (!isGreen) process.exitCode = 1;
  }
}
