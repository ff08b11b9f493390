// npm run infra:check: compiles every Bicep file, takes any diagnostic for a failure, checks the format, and compares
// the committed predictions of what is deployed. With --update it writes the predictions instead.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFormat, checkSnapshot, compile } from "./infra/check-files.ts";
import { findBicep } from "./infra/find-bicep.ts";
import { packageCommand } from "./package-command.ts";
import { runCheck } from "./run-check.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "infra");
const mode = process.argv.includes("--update") ? "overwrite" : "validate";

try {
  await check(await findBicep({ environment: process.env, cache: join(root, ".cache", "bicep") }));
} catch (error) {
  fail([error instanceof Error ? error.message : String(error)]);
}

async function check(bicep: string | undefined): Promise<void> {
  // A module's diagnostic is reported again with each file that uses it.
  if (bicep !== undefined) return fail([...new Set(await problemsOf(bicep))]);
  fail([
    "There is no Bicep compiler on this machine, so nothing was checked. Any one of these helps:",
    "  - set BICEP to the path of a bicep program,",
    "  - install bicep, or run az bicep install,",
    "  - install the .NET SDK: the compiler is then restored into .cache/bicep.",
  ]);
}

async function problemsOf(program: string): Promise<string[]> {
  const compiler = { bicep: program, folder };
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.bicep(?:param)?$/.test(file)).sort();
  const parameterFiles = files.filter((file) => file.endsWith(".bicepparam"));
  if (parameterFiles.length === 0) return ["infra/ holds no parameter file: nothing would be checked."];
  const problems = [
    ...(await compile(compiler, files, ".bicep")),
    ...(await compile(compiler, files, ".bicepparam")),
    ...(await checkFormat(compiler, files)),
  ];
  for (const file of parameterFiles) problems.push(...(await checkSnapshot(compiler, file, mode)));
  if (mode === "overwrite") await formatPredictions(parameterFiles);
  const did = mode === "validate" ? "compared" : "written";
  process.stdout.write(`${files.length} files compiled, ${parameterFiles.length} predictions ${did} with ${program}\n`);
  return problems;
}

// They are files of the repository, and written like all others.
async function formatPredictions(parameterFiles: string[]): Promise<void> {
  const files = parameterFiles.map((file) => join(folder, file.replace(/\.bicepparam$/, ".snapshot.json")));
  await runCheck({
    name: "format",
    script: packageCommand("@biomejs/biome", "biome"),
    args: ["format", "--write", ...files],
  });
}

/** Prints each line and makes the check end with 1; no line is no failure. */
function fail(lines: string[]): void {
  if (lines.length === 0) return;
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = 1;
}
