import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { runProgram } from "./run-program.ts";

/** The compiler and the folder that it judges. */
export interface Compiler {
  bicep: string;
  folder: string;
}

// Any ids will do, as long as they are always the same: they are written into the predicted resources.
const place = [
  "--subscription-id",
  "00000000-0000-0000-0000-000000000001",
  "--tenant-id",
  "00000000-0000-0000-0000-000000000002",
  "--location",
  "westeurope",
];

/** What the compiler says of one .bicep or .bicepparam file; an empty list is silence. */
export async function compile({ bicep, folder }: Compiler, file: string): Promise<string[]> {
  const command = file.endsWith(".bicepparam") ? "build-params" : "build";
  const args = [command, file, "--stdout", "--diagnostics-format", "sarif"];
  const { code, stderr } = await runProgram(bicep, args, { cwd: folder, env: ownEnvironment() });
  const found = diagnosticsOf(stderr);
  return found.length === 0 && code !== 0 ? [`${file}: bicep ended with ${code}`] : found;
}

/** Whether the file is written as `bicep format` would write it; that command has no mode that only checks. */
export async function checkFormat({ bicep, folder }: Compiler, file: string): Promise<string[]> {
  const { code, stdout, stderr } = await runProgram(bicep, ["format", file, "--stdout"], { cwd: folder });
  if (code !== 0) return [`${file}: bicep format ended with ${code}: ${stderr.trim()}`];
  const text = await readFile(join(folder, file), "utf8");
  return stdout === text ? [] : [`${file}: not formatted; run bicep format ${file}`];
}

/** Compares what a parameter file would deploy with its committed snapshot, or writes that snapshot. */
export async function checkSnapshot(
  { bicep, folder }: Compiler,
  file: string,
  mode: "validate" | "overwrite",
): Promise<string[]> {
  const args = ["snapshot", file, "--mode", mode, ...place];
  const { code, stdout, stderr } = await runProgram(bicep, args, { cwd: folder, env: ownEnvironment() });
  if (code === 0 && stderr.trim() === "") return [];
  return [`${file}: ${mode === "validate" ? "its snapshot is another" : "no snapshot was made"}:\n${stdout}${stderr}`];
}

// Parameter files read the environment of whoever deploys. The check must say the same on every machine.
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "Path", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.includes(name)));
}
