// npm run package: out/ holds one zip, which a deployment takes as it is.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageFacts from "../package.json" with { type: "json" };
import { buildPackage } from "./build/build-package.ts";
import { runProgram } from "./infra/run-program.ts";
import { makePackage } from "./package/make-package.ts";
import type { BuildFacts } from "./package/to-bill-of-materials.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const out = join(root, "out");

// Before the description of the API is made anew: that must change nothing in what was committed.
const build = await readBuildFacts(root);
await import("./openapi.ts");
await rm(dist, { recursive: true, force: true });
await rm(out, { recursive: true, force: true });
const bundledFiles = await buildPackage(dist);
const lockFile: unknown = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
const zip = await makePackage(build, { folder: dist, bundledFiles, lockFile });
await mkdir(out, { recursive: true });
const file = join(out, `${build.name}-${build.version}-${build.commit.replace(/^(.{7})[^-]*/, "$1")}.zip`);
await writeFile(file, zip);
process.stdout.write(`${file}: ${zip.length} bytes\n`);

/** Name and version from package.json, commit and its time from git. A commit with changes beside it ends in "-dirty". */
async function readBuildFacts(root: string): Promise<BuildFacts> {
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
