import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { bundledFiles } from "../../../tools/build/bundled-files.ts";

it("the files of a bundle are those of which something is in it, not all that were read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tenantpilot-bundle-"));
  try {
    await writeFile(join(folder, "main.js"), 'import { a } from "./all.js"; console.log(a);');
    await writeFile(join(folder, "all.js"), 'export * from "./a.js"; export * from "./b.js";');
    await writeFile(join(folder, "a.js"), "export const a = 1;");
    await writeFile(join(folder, "b.js"), "export const b = 2;");
    const files = { absWorkingDir: folder, entryPoints: ["main.js"], outfile: "out.js" };
    const { metafile } = await build({ ...files, bundle: true, write: false, metafile: true as const });
    expect(Object.keys(metafile.inputs)).toContain("b.js");
    expect(bundledFiles(metafile).sort()).toEqual(["a.js", "main.js"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
