import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type BuildFacts, toBillOfMaterials } from "./to-bill-of-materials.ts";
import { toZip, type ZipEntry } from "./to-zip.ts";

/** A built package and what went into it. */
export interface BuildOutput {
  folder: string;
  bundledFiles: string[];
  lockFile: unknown;
}

/** The zip that is deployed: the built files, the bill of materials and which build it is. */
export async function makePackage(build: BuildFacts, { folder, bundledFiles, lockFile }: BuildOutput): Promise<Buffer> {
  const { name, version, commit } = build;
  const built = await Promise.all(
    (await filesOf(folder)).map(
      async (path): Promise<ZipEntry> => ({ path, content: await readFile(join(folder, path)) }),
    ),
  );
  return toZip(
    [
      ...built,
      toJsonEntry("build.json", { name, version, commit }),
      toJsonEntry("bom.cdx.json", toBillOfMaterials(build, bundledFiles, lockFile)),
    ],
    build.madeAt,
  );
}

/** Paths below the folder, with forward slashes, in an order that is always the same. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"))
    .sort();
}

function toJsonEntry(path: string, value: object): ZipEntry {
  return { path, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}
