import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import packageFacts from "../../package.json" with { type: "json" };
import { buildPortal } from "../portal/build-portal.ts";
import { bundledFiles } from "./bundled-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Writes what is deployed into a folder, which is created when missing: one bundle of the app, what the host reads, and the
 * portal. Answers the files of which something is in the bundles, as paths from the repository's root.
 */
export async function buildPackage(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  // The http app looks for the portal beside its bundle (PORTAL_FILES in src/settings.ts).
  const [bundled, portal] = await Promise.all([
    buildApp(folder),
    buildPortal({ from: join(root, "web"), to: join(folder, "web") }),
  ]);
  await cp(join(root, "host.json"), join(folder, "host.json"));
  const { name, version } = packageFacts;
  const manifest = { name, version, type: "module", main: "main.mjs" };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return [...bundled, ...portal.bundledFiles];
}

async function buildApp(folder: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["functions/main.ts"],
    outfile: join(folder, "main.mjs"),
    bundle: true,
    metafile: true,
    platform: "node",
    // Azure runs 22 or 24; what 22 lacks is lowered.
    target: "node22",
    format: "esm",
    // Names and lines stay readable in traces, so that a map, twice as large as the bundle, is not needed.
    minify: false,
    // The Functions host provides it at run time.
    external: ["@azure/functions-core"],
    // Bundled CommonJS packages call require for Node's own modules.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return bundledFiles(metafile);
}
