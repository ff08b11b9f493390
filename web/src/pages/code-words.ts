import type { Words } from "../words/words.ts";

type CodeWords = { readonly title: string; readonly help: string | undefined };

/** Name of an error code, and what helps; a code of a newer release is shown as it is. */
export function codeWords(code: string, { codes }: Words): CodeWords {
  const known: Readonly<Record<string, CodeWords>> = codes;
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { title: code, help: undefined };
}
