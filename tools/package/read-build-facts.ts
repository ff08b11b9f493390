import packageFacts from "../../package.json" with { type: "json" };
import { runProgram } from "../infra/run-program.ts";
import type { BuildFacts } from "./to-bill-of-materials.ts";

/** Name and version from package.json, commit and its time from git. A commit with changes beside it ends in "-dirty". */
export async function readBuildFacts(root: string): Promise<BuildFacts> {
  const [commit = "", seconds = ""] = (await git(root, ["show", "-s", "--format=%H %ct", "HEAD"])).split(" ");
  const changes = await git(root, ["status", "--porcelain"]);
  const { name, version } = packageFacts;
  const madeAt = new Date(Number(seconds) * 1_000);
  return { name, version, commit: changes === "" ? commit : `${commit}-dirty`, madeAt };
}

async function git(cwd: string, args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram("git", args, { cwd });
  if (code !== 0) throw new Error(`git ${args[0]} failed, and a package names its commit: ${stderr.trim()}`);
  return stdout.trim();
}
