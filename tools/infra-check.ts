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

const bicep = await findBicep({ environment: process.env, cache: join(root, ".cache", "bicep") });
if (bicep === undefined) {
  fail([
    "There is no Bicep compiler on this machine, so nothing was checked. Any one of these helps:",
    "  - set BICEP to the path of a bicep program,",
    "  - install bicep, or run az bicep install,",
    "  - install the .NET SDK: the compiler is then restored into .cache/bicep.",
  ]);
} else {
  const problems = await problemsOf(bicep);
  if (problems.length > 0) fail(problems);
}

async function problemsOf(program: string): Promise<string[]> {
  const compiler = { bicep: program, folder };
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.bicep(?:param)?$/.test(file)).sort();
  const parameterFiles = files.filter((file) => file.endsWith(".bicepparam"));
  if (parameterFiles.length === 0) return ["infra/ holds no parameter file: nothing would be checked."];
  const problems: string[] = [];
  // Two programs at a time: each takes about a second of one core.
  for (const file of files) {
    problems.push(...(await Promise.all([compile(compiler, file), checkFormat(compiler, file)])).flat());
  }
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

function fail(lines: string[]): void {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = 1;
}
