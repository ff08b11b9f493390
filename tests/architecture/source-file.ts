import { maskText } from "./mask-text.ts";
import { type Import, parseImports } from "./parse-imports.ts";

/** A TypeScript file as the rules see it. `path` is relative to the repository, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
  /** The text with comments and the insides of strings blanked; same length and lines as `text`. */
  code: string;
  imports: Import[];
}

export function toSourceFile(path: string, text: string): SourceFile {
  const code = maskText(text);
  return { path, text, code, imports: parseImports(path, text, code) };
}
