import { domainOrder, isDeployed, type Module, moduleOf, neededModules } from "./modules.ts";
import { type Import, understandsImports } from "./parse-imports.ts";
import type { SourceFile } from "./source-file.ts";

// Each rule takes files and answers one sentence per violation; an empty list is obedience.

/** Modules that must hold a TypeScript file and do not. */
export function missingModules(files: SourceFile[]): string[] {
  return neededModules
    .filter((module) => !files.some(({ path }) => path.startsWith(module)))
    .map((module) => `${module} holds no TypeScript file`);
}

/** Files that stand in no module of the table. */
export function homelessFiles(files: SourceFile[]): string[] {
  return files.filter(({ path }) => moduleOf(path) === undefined).map(({ path }) => `${path} stands in no module`);
}

/** Files with an import that could not be read; in what is deployed also an import of a computed name. */
export function unreadImports(files: SourceFile[]): string[] {
  return files
    .filter(({ path, code, imports }) => !understandsImports(code, imports, isDeployed(path) ? "named" : "computed"))
    .map(({ path }) => `${path} has an import that cannot be judged`);
}

/** Imports of files that the importer's module may not know. */
export function forbiddenFiles(files: SourceFile[]): string[] {
  return eachImport(files, (module, { target, typeOnly }) => {
    if (target === undefined || module.modules.some((allowed) => target.startsWith(allowed))) return true;
    return typeOnly && module.typeOnly.some((allowed) => target.startsWith(allowed));
  });
}

/** Imports of packages, or of Node's own modules, that the importer's module may not know. */
export function forbiddenPackages(files: SourceFile[]): string[] {
  return eachImport(files, (module, { packageName, typeOnly }) => {
    if (packageName === undefined || module.packages.includes(packageName)) return true;
    if (typeOnly && module.typeOnly.includes(packageName)) return true;
    return module.packages.includes(packageName.startsWith("node:") ? "node:*" : "*");
  });
}

/** Imports between folders of the domain that run up their order, and folders that the order does not name. */
export function upwardImports(files: SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const [own, rank] = domainRank(path);
    if (own === undefined) return [];
    if (rank < 0) return [`${path} stands in a folder that the order does not name`];
    return imports
      .filter(({ target = "" }) => domainRank(target)[1] > rank)
      .map(({ specifier, line }) => `${path}:${line} imports ${specifier}, which stands above it`);
  });
}

function domainRank(path: string): [folder: string | undefined, rank: number] {
  const folder = /^src\/domain\/([^/]+)\//.exec(path)?.[1];
  return [folder, folder === undefined ? -1 : domainOrder.indexOf(folder)];
}

/** Pages of the portal that import another page: each is a chunk of its own. */
export function importsOfOtherPages(files: SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const own = pageOf(path);
    if (own === undefined) return [];
    return imports
      .filter(({ target = "" }) => ![undefined, own].includes(pageOf(target)))
      .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`);
  });
}

function pageOf(path: string): string | undefined {
  return /^web\/src\/pages\/([^/]+)\//.exec(path)?.[1];
}

/** What is deployed and imports what surrounds it. */
export function deployedOutward(files: SourceFile[]): string[] {
  const outside = ["packages/", "web/", "local/", "tools/", "tests/", "benchmarks/"];
  return files
    .filter(({ path }) => isDeployed(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => outside.some((folder) => target?.startsWith(folder)))
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    );
}

/** What is deployed and imports, as a value, a package that the deployment does not bring. */
export function undeclaredPackages(files: SourceFile[], dependencies: string[]): string[] {
  return files
    .filter(({ path }) => isDeployed(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ packageName, typeOnly }) => !typeOnly && packageName !== undefined && !packageName.startsWith("node:"),
        )
        .filter(({ packageName }) => packageName !== undefined && !dependencies.includes(packageName))
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}, which is no run-time dependency`),
    );
}

function eachImport(files: SourceFile[], allows: (module: Module, imported: Import) => boolean): string[] {
  return files.flatMap(({ path, imports }) => {
    const module = moduleOf(path);
    if (module === undefined) return [];
    return imports
      .filter((imported) => !allows(module, imported))
      .map(({ specifier, line }) => `${path}:${line} (${module.name}) imports ${specifier}`);
  });
}
