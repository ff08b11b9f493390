import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { runProgram } from "./run-program.ts";

/** The compiler and the folder that it judges. */
export interface Compiler {
  bicep: string;
  folder: string;
}

// Any ids will do, as long as they are always the same: they are written into the predicted resources.
const target = [
  "--subscription-id",
  "00000000-0000-0000-0000-000000000001",
  "--tenant-id",
  "00000000-0000-0000-0000-000000000002",
  "--location",
  "westeurope",
];

/** What the compiler says of all files with the ending, in every folder; an empty list is silence. */
export async function compile({ bicep, folder }: Compiler, files: string[], ending: string): Promise<string[]> {
  // Compiles each file as `build` does, without writing the result, and all of them in one process.
  const args = ["lint", "--pattern", `./**/*${ending}`, "--diagnostics-format", "sarif"];
  const { code, stdout, stderr } = await runProgram(bicep, args, { cwd: folder, env: ownEnvironment() });
  const count = files.filter((file) => file.endsWith(ending)).length;
  const found = diagnosticsOf(`${stdout}${stderr}`, count);
  return found.length === 0 && code !== 0 ? [`bicep lint ended with ${code}`] : found;
}

/** Files that `bicep format` would write otherwise. It has no mode that only checks, so a copy is formatted. */
export async function checkFormat({ bicep, folder }: Compiler, files: string[]): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), "tenantpilot-infra-"));
  try {
    await cp(folder, copy, { recursive: true });
    for (const ending of [".bicep", ".bicepparam"]) {
      const { code, stderr } = await runProgram(bicep, ["format", "--pattern", `./**/*${ending}`], { cwd: copy });
      if (code !== 0) return [`bicep format ended with ${code}: ${stderr.trim()}`];
    }
    const same = await Promise.all(files.map((file) => areSame(join(folder, file), join(copy, file))));
    return files
      .filter((_file, index) => !same[index])
      .map((file) => `${file}: not formatted; run bicep format ${file}`);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function areSame(left: string, right: string): Promise<boolean> {
  return (await readFile(left)).equals(await readFile(right));
}

/** Compares what a parameter file would deploy with its committed snapshot, or writes that snapshot. */
export async function checkSnapshot(
  { bicep, folder }: Compiler,
  file: string,
  mode: "validate" | "overwrite",
): Promise<string[]> {
  const args = ["snapshot", file, "--mode", mode, ...target];
  const { code, stdout, stderr } = await runProgram(bicep, args, { cwd: folder, env: ownEnvironment() });
  if (code === 0 && stderr.trim() === "") return [];
  return [`${file}: ${mode === "validate" ? "its snapshot is another" : "no snapshot was made"}:\n${stdout}${stderr}`];
}

// Parameter files read the environment of whoever deploys. The check must say the same on every machine.
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "Path", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
  const own = Object.entries(process.env).filter(([name]) => kept.includes(name));
  // Has no default, because it ages; here any month will do.
  return { ...Object.fromEntries(own), BUDGET_START_DATE: "2026-12-01" };
}
