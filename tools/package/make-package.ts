import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
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
  const files = (await readdir(folder)).sort();
  const built = await Promise.all(
    files.map(async (path): Promise<ZipEntry> => ({ path, content: await readFile(join(folder, path)) })),
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

function toJsonEntry(path: string, value: object): ZipEntry {
  return { path, content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}
