/**
 * The packages of which a file is in a bundle, as folders: the innermost package that holds each file, which is its key in
 * the lock file. Sorted, each once.
 */
export function bundledPackages(bundledFiles: readonly string[]): readonly string[] {
  const folders = bundledFiles.flatMap(
    (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}
