import type { SourceFile } from "./source-file.ts";

/** The file and whatever it imports for more than types, directly or not: what is loaded with it. */
export function reachableFrom(files: readonly SourceFile[], first: string): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set([first]);
  for (const path of reached) {
    const targets = (byPath.get(path)?.imports ?? []).filter(({ typeOnly }) => !typeOnly);
    for (const { target } of targets) if (target !== undefined) reached.add(target);
  }
  return reached;
}
