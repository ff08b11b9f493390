import { readFileSync } from "node:fs";

export type SurfaceRow = { readonly operation: string; readonly who: string };

const row = /^\| (?<operation>\S.*?) +\| (?<who>main job|product) +\|/;

/** The rows that local/surface.md has under the heading of a server. */
export function readSurface(server: string): SurfaceRow[] {
  const text = readFileSync(new URL("../../local/surface.md", import.meta.url), "utf8");
  const [, section = ""] = text.split(`\n## ${server}\n`);
  const lines = (section.split("\n## ")[0] ?? "").split("\n");
  return lines.flatMap((line) => {
    const { operation, who } = row.exec(line)?.groups ?? {};
    return operation && who ? [{ operation, who }] : [];
  });
}
