import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { environmentFor, obstacleOf, type Suite, suites, type Target } from "./contract/suites.ts";
import { type SuiteResult, toReport, toTests } from "./contract/to-report.ts";
import { packageCommand } from "./package-command.ts";

// --target azure|local [--only SUITE]: runs the contract suites and writes docs/contract/TARGET.md, to be committed.

const root = fileURLToPath(new URL("..", import.meta.url));

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { target: { type: "string" }, only: { type: "string", multiple: true } } });
  const target = values.target;
  if (target !== "azure" && target !== "local") return complain("Say which target: --target azure or --target local.");
  const wanted = suites.filter(({ name }) => values.only?.includes(name) ?? true);
  const runnable = wanted.filter((suite) => obstacleOf(suite, target, process.env) === undefined);
  if (runnable.length === 0) return complain(explanation(wanted, target));
  const results: SuiteResult[] = [];
  for (const suite of wanted) results.push(await resultOf(suite, target));
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const report = toReport({ target, date: new Date().toISOString().slice(0, 10), commit, results });
  await mkdir(join(root, "docs/contract"), { recursive: true });
  await writeFile(join(root, `docs/contract/${target}.md`), report);
  process.stdout.write(`${report}\nWritten to docs/contract/${target}.md.\n`);
  const failed = results.some((result) => "tests" in result && result.tests.some(({ status }) => status === "failed"));
  if (failed) process.exitCode = 1;
}

function explanation(wanted: readonly Suite[], target: Target): string {
  const lines = wanted.map((suite) => `  ${suite.name}: ${obstacleOf(suite, target, process.env)}`);
  return `No suite can run against ${target}:\n${lines.join("\n")}`;
}

function complain(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function resultOf(suite: Suite, target: Target): Promise<SuiteResult> {
  const { name, folder } = suite;
  const obstacle = obstacleOf(suite, target, process.env);
  if (obstacle !== undefined) return { name, obstacle };
  const file = join(await mkdtemp(join(tmpdir(), "contract-")), "report.json");
  const args = [packageCommand("vitest", "vitest"), "run", folder];
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const env = environmentFor(target, process.env);
  const child = spawn(process.execPath, [...args, ...reporters], { cwd: root, env, stdio: ["ignore", 2, 2] });
  await once(child, "exit");
  return { name, tests: toTests(JSON.parse(await readFile(file, "utf8"))) };
}

await run();
