import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import packageFacts from "../package.json" with { type: "json" };

// npm run build: dist/ holds exactly what is deployed.

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist`;

await import("./openapi.ts");
await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ["functions/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  platform: "node",
  // Azure runs 22 or 24; what 22 lacks is lowered.
  target: "node22",
  format: "esm",
  minify: false,
  sourcemap: "linked",
  // The Functions host provides it at run time.
  external: ["@azure/functions-core"],
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  logLevel: "warning",
});
await cp(`${root}host.json`, `${dist}/host.json`);
const { name, version } = packageFacts;
await writeFile(
  `${dist}/package.json`,
  `${JSON.stringify({ name, version, type: "module", main: "main.mjs" }, null, 2)}\n`,
);
