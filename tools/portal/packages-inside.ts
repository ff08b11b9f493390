import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { bundledPackages } from "../build/bundled-packages.ts";

/** A package of which something is in the portal; the page About names each with its licence. */
export type PackageInside = { readonly name: string; readonly version: string; readonly license: string };

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string().default("unknown") });

/** The packages that these files belong to, by name. `root` is the folder that the paths begin at. */
export async function packagesInside(root: string, files: readonly string[]): Promise<readonly PackageInside[]> {
  const found = await Promise.all(
    bundledPackages(files).map(async (folder) => {
      return manifestSchema.parse(JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")));
    }),
  );
  // npm may have put one package at one version into several folders.
  const distinct = new Map(found.map((each) => [`${each.name}@${each.version}`, each]));
  return [...distinct.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
