import { posix } from "node:path";

/** One import or re-export. `target` is a path of the repository, or undefined when a package is named. */
export interface Import {
  specifier: string;
  target: string | undefined;
  packageName: string | undefined;
  typeOnly: boolean;
  line: number;
}

// Applied to masked text, where the specifier is blank between its quotes.
const forms = [
  /\bimport\s+(?<clause>(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\*\s*as\s+[\w$]+|\{[^}]*\})?)\s*from\s*["']/g,
  /\bexport\s+(?<clause>(?:type\s+)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\}))\s*from\s*["']/g,
  /\bimport\s*(?<clause>)["']/g,
  /(?<![.\w$])(?:import|require|import\.meta\.resolve)\s*\(\s*(?<clause>)["'`]/g,
];

export function parseImports(path: string, text: string, code: string): Import[] {
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const start = match.index + match[0].length;
      const specifier = /^[^"'`\n]*/.exec(text.slice(start))?.[0] ?? "";
      return {
        specifier,
        target: specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : undefined,
        packageName: specifier.startsWith(".") ? undefined : toPackageName(specifier),
        typeOnly: isTypeOnly(match.groups?.["clause"] ?? ""),
        line: text.slice(0, match.index).split("\n").length,
      };
    }),
  );
}

/**
 * Whether every import of the file was understood: words `import` and `from "` against what was parsed. A call of
 * import with a computed name cannot be judged, so it counts as not understood where `dynamic` is "named".
 */
export function understandsImports(code: string, imports: Import[], dynamic: "named" | "computed"): boolean {
  const statements = code.match(/(?<![.\w$])import\b(?!\s*[.:?(])/g)?.length ?? 0;
  const reExports = code.match(/\bexport\s+(?:type\s+)?(?:\*[^;"'(]*?|\{[^}]*\})\s*from\s*["']/g)?.length ?? 0;
  const calls = code.match(/(?<![.\w$])(?:import|require|import\.meta\.resolve)\s*\(/g)?.length ?? 0;
  const understood = imports.length;
  const expected = statements + reExports;
  return dynamic === "named" ? understood === expected + calls : understood >= expected;
}

function toPackageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isTypeOnly(clause: string): boolean {
  if (/^type\s+[\w${*]/.test(clause)) return true;
  const names = /^\{(?<names>[^}]*)\}$/.exec(clause.trim())?.groups?.["names"];
  const list = names?.split(",").filter((name) => name.trim() !== "") ?? [];
  return list.length > 0 && list.every((name) => name.trim().startsWith("type "));
}
