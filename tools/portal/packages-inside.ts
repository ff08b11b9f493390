import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A package of which something is in the portal; the page About names each with its licence. */
export type PackageInside = { readonly name: string; readonly version: string; readonly license: string };

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string().default("unknown") });
const folderOfPackage = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The packages that these files belong to, by name. `root` is the folder that the paths begin at. */
export async function packagesInside(root: string, files: readonly string[]): Promise<readonly PackageInside[]> {
  const folders = new Set(files.flatMap((file) => folderOfPackage.exec(file)?.[0] ?? []));
  const found = await Promise.all(
    [...folders].map(async (folder) => {
      return manifestSchema.parse(JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")));
    }),
  );
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
