import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import type { Loader, Plugin } from "esbuild";
import { z } from "zod";

/** Where a name comes from: the file that makes it, and what it is called there. */
type Origin = { readonly name: string; readonly file: string };

const ours = /[\\/]web[\\/]src[\\/].*\.tsx?$/;
const fluent = /[\\/]node_modules[\\/]@fluentui[\\/].*[\\/]lib[\\/].*\.js$/;
const namedImport = /import\s*\{([^}]*)\}\s*from\s*["'](@fluentui\/react-[a-z-]+)["'];?/g;
const namedExport = /export\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g;
const comment = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const loaders: Readonly<Record<string, Loader>> = { ".ts": "ts", ".tsx": "tsx" };

const manifestSchema = z.object({ module: z.string().optional(), sideEffects: z.unknown() });

/**
 * Imports of Fluent's parts lead past the index files that gather them, straight to the files that make them. esbuild
 * puts all that an index file names into each chunk that imports one name of it, so that a button would bring the whole
 * library to the first page.
 */
export function directImports(): Plugin {
  const originOf = makeOriginOf();
  return {
    name: "direct-imports",
    setup(build) {
      for (const filter of [ours, fluent]) {
        build.onLoad({ filter }, async ({ path }) => {
          const source = await readFile(path, "utf8");
          const contents = source.replace(namedImport, (statement, names: string, specifier: string) => {
            const index = indexOf(specifier, path);
            // Icons come by deep path already, and a package that has effects when it is loaded stays as it is.
            return index === undefined
              ? statement
              : namesIn(names)
                  .map((each) => toImport(each, index))
                  .join(" ");
          });
          return { contents, loader: loaders[extname(path)] ?? "js" };
        });
      }
    },
  };

  function toImport({ name, as }: Named, index: string): string {
    const origin = originOf(name, index);
    return `import { ${origin.name} as ${as} } from ${JSON.stringify(origin.file)};`;
  }
}

type Named = { readonly name: string; readonly as: string };

/** The values of a list of names between braces; types leave nothing in a bundle. */
function namesIn(list: string): readonly Named[] {
  const parts = list.replaceAll(comment, "").split(",");
  return parts.flatMap((part) => {
    const [name = "", , as = name] = part.trim().split(/\s+/);
    return name === "" || name === "type" ? [] : [{ name, as }];
  });
}

/** Follows a name through the index files that pass it on. */
function makeOriginOf(): (name: string, file: string) => Origin {
  const passedOn = new Map<string, ReadonlyMap<string, Origin>>();
  return originOf;

  function originOf(name: string, file: string): Origin {
    const passed = passedOn.get(file) ?? passedOnBy(file);
    passedOn.set(file, passed);
    const next = passed.get(name);
    return next ? originOf(next.name, next.file) : { name, file };
  }
}

function passedOnBy(file: string): ReadonlyMap<string, Origin> {
  const source = readFileSync(file, "utf8").replaceAll(comment, "");
  const found = new Map<string, Origin>();
  for (const [, names = "", specifier = ""] of source.matchAll(namedExport)) {
    const from = specifier.startsWith(".") ? fileOf(resolve(dirname(file), specifier)) : indexOf(specifier, file);
    if (from === undefined) continue;
    for (const { name, as } of namesIn(names)) found.set(as, { name, file: from });
  }
  return found;
}

function fileOf(path: string): string | undefined {
  return [`${path}.js`, join(path, "index.js"), path].find((each) => each.endsWith(".js") && existsSync(each));
}

/** The index file of a package, as Node finds it from a file; none when loading it has effects or it is no module. */
function indexOf(specifier: string, from: string): string | undefined {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "node_modules", specifier, "package.json");
    if (!existsSync(manifest)) continue;
    const { module, sideEffects } = manifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
    return module !== undefined && sideEffects === false ? join(dirname(manifest), module) : undefined;
  }
  return undefined;
}
