import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type SourceFile, toSourceFile } from "./source-file.ts";

export const folders = ["functions", "src", "config", "packages", "local", "tools", "tests", "benchmarks"];

/** Every TypeScript file of the repository's rooms. */
export function readSources(root: string): SourceFile[] {
  return filesOf(root)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => toSourceFile(path, readFileSync(join(root, path), "utf8")));
}

/** Every file of the rooms, whatever its kind, relative to the root. */
export function filesOf(root: string): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}node_modules`))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
