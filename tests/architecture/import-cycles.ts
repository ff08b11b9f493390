import type { SourceFile } from "./source-file.ts";

/** The circles among the files, each once, as "a -> b -> a". Imports of types count: they tie files together too. */
export function importCycles(files: SourceFile[]): string[] {
  const targetsOf = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
  const finished = new Set<string>();
  const cycles: string[] = [];

  const visit = (path: string, trail: string[]) => {
    const seenAt = trail.indexOf(path);
    if (seenAt !== -1) {
      cycles.push([...trail.slice(seenAt), path].join(" -> "));
      return;
    }
    if (finished.has(path)) return;
    for (const target of targetsOf.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };

  for (const { path } of files) visit(path, []);
  return cycles;
}
