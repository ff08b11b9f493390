import { isDeployed } from "./modules.ts";
import type { SourceFile } from "./source-file.ts";

const mostLines = 300;
const generatedFiles = ["web/src/api/operations.ts"];

/** Files above the hard limit of lines; tests are judged by their readers, and what is made from data by nobody. */
export function longFiles(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith("tests/") && !generatedFiles.includes(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Readers of the process's environment in what is deployed, other than src/settings.ts. */
export function environmentReaders(files: SourceFile[]): string[] {
  const deployed = files.filter(({ path }) => isDeployed(path) && path !== "src/settings.ts");
  const imported = deployed
    .filter(({ imports }) => imports.some(({ specifier }) => /^(?:node:)?process$/.test(specifier)))
    .map(({ path }) => `${path} imports node:process`);
  // Whole `process` counts as well: `const { env } = process` and `process["env"]`.
  return [...matches(deployed, /\bprocess\s*(?:\??\.\s*env\b|\??\.?\[|[;,)}]|$)/gm), ...imported];
}

/** Readers of time, chance and timers in what is deployed, outside the clock's adapter. A turn of the event loop is no time. */
export function clockReaders(files: SourceFile[]): string[] {
  const judged = files.filter(({ path }) => isDeployed(path) && !path.startsWith("src/adapters/clock/"));
  const timers = judged
    .filter(({ imports }) => imports.some(({ specifier }) => /^(?:node:)?timers(?:\/|$)/.test(specifier)))
    .map(({ path }) => `${path} imports node:timers`);
  const uses =
    /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bMath\s*\.\s*random\b|(?<![.\w$])set(?:Timeout|Interval)\b|\bperformance\s*\.\s*now\b/g;
  return [...matches(judged, uses), ...timers];
}

/** Places where the type any is written. */
export function anyTypes(files: SourceFile[]): string[] {
  return matches(files, /(?:[:<,|&=]|\b(?:as|satisfies|extends|readonly|keyof|is)\b)\s*any\b(?!\s*[:(?.=])/g);
}

/** Non-null assertions: they say what the compiler could not prove. */
export function nonNullAssertions(files: SourceFile[]): string[] {
  return matches(files, /(?<=[\w$)\]])!(?!=[^=>]|==)/g);
}

/** Enums: Node strips types and cannot run them. */
export function enums(files: SourceFile[]): string[] {
  return matches(files, /(?<![.\w$])enum\s+[\w$]+\s*\{/g);
}

/** Folders of one person's machine, in code or comments: they are true nowhere else. */
export function machinePaths(files: SourceFile[]): string[] {
  const folder = /(?<![\w.$}])\/(?:work|root|home\/\w+|Users\/\w+)\//g;
  return files.flatMap(({ path, text }) => [...text.matchAll(folder)].map((match) => at(path, text, match)));
}

// What an address of Graph is made of beside the paths of contracts: its roots, its versions, actions and queries.
const graphWords = [
  "\\$(?:filter|expand|select|top|batch|search|skip|skiptoken|count|orderby|value|ref)\\b",
  "(?:deviceManagement|deviceAppManagement|directoryObjects|identityGovernance|identity/conditionalAccess)(?:/|\\b)",
  "/(?:beta|v1\\.0)\\b",
];

/**
 * Endpoints, versions and queries of Graph outside the contracts and the Graph adapter, in texts of whatever is deployed;
 * comments may name them. `paths` are those of all contracts.
 */
export function graphEndpoints(files: SourceFile[], paths: readonly string[]): string[] {
  const judged = files.filter(
    ({ path }) =>
      isDeployed(path) && !path.startsWith("config/graph-contracts/") && !path.startsWith("src/adapters/graph/"),
  );
  const named = paths.map((path) => `${path.replace("/{id}/", "/[^\"'`]+/")}(?![\\w-])`);
  const endpoint = new RegExp(`["'\`][^"'\`\\n]*(?:${[...graphWords, ...named].join("|")})`, "gi");
  return judged.flatMap(({ path, text, code }) =>
    [...text.matchAll(endpoint)]
      // Masked code still has the opening quote; in a comment it is blank.
      .filter((match) => code.charAt(match.index) !== " ")
      // An address of this API, as a route declares it.
      .filter((match) => !(path.startsWith("functions/http/") && text.slice(0, match.index).endsWith(" path: ")))
      .map((match) => at(path, text, match)),
  );
}

function matches(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) => [...code.matchAll(pattern)].map((match) => at(path, code, match)));
}

function at(path: string, text: string, match: RegExpExecArray): string {
  return `${path}:${text.slice(0, match.index).split("\n").length} ${match[0].trim()}`;
}

// A formatter of Markdown takes the closing mark for a quotation in seven others and writes it so.
const mergeMark = /^(?:<{7} .*|={7}|\|{7}.*|(?:> ?){7}.*)$/m;

/** Files that hold the marks of an unfinished merge, of whatever kind they are. */
export function mergeMarks(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return files.filter(({ text }) => mergeMark.test(text)).map(({ path }) => `${path} holds marks of a merge`);
}
