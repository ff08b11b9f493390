import type { Metafile } from "esbuild";

/** The files of which something is in a bundle. What esbuild read and left out, because nothing uses it, is not among them. */
export function bundledFiles({ outputs }: Pick<Metafile, "outputs">): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))];
}
