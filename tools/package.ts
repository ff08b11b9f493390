// npm run package: out/ holds one zip, which a deployment takes as it is.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPackage } from "./build/build-package.ts";
import { makePackage } from "./package/make-package.ts";
import { readBuildFacts } from "./package/read-build-facts.ts";

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
