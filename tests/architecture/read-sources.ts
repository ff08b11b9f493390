import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type SourceFile, toSourceFile } from "./source-file.ts";

export const folders = ["functions", "src", "config", "packages", "web", "local", "tools", "tests", "benchmarks"];

/** Every TypeScript file of the repository's modules. */
export function readSources(root: string): SourceFile[] {
  return filesOf(root)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => toSourceFile(path, readFileSync(join(root, path), "utf8")));
}

/** Every file of the modules, whatever its kind, relative to the root. */
export function filesOf(root: string): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}node_modules`))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const nobodysText = new Set(["node_modules", ".git", "dist", "out", ".cache", ".tenantpilot", "histories", "pictures"]);

/** Every text that people write in the repository: code, pages, data; without what is installed, built or recorded. */
export function readTexts(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return nobodysText.has(entry.name) ? [] : readTexts(path);
    return entry.isFile() ? [{ path, text: readFileSync(path, "utf8") }] : [];
  });
}
