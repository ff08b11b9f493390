import type { DefinitionLanguage } from "./language.ts";
import { splitWords } from "./split-words.ts";

/** Words for property names that read badly when they are split. */
export type PropertyWords = {
  /** Whole names; a language that is left out takes the English one. */
  readonly properties: Readonly<Record<string, { readonly en: string } & Partial<Record<DefinitionLanguage, string>>>>;
  /** Names that split into pieces, as they are written: `BitLocker`, `iOS`. */
  readonly terms: readonly string[];
};

/** The name of a property of Graph's in words: as written down for the language, else split into words. */
export function nameOfProperty(words: PropertyWords, property: string, language: DefinitionLanguage): string {
  const known = Object.hasOwn(words.properties, property) ? words.properties[property] : undefined;
  if (known) return known[language] ?? known.en;
  const split = splitWords(property).map((word, index) => (isAcronym(word) || index === 0 ? word : word.toLowerCase()));
  const text = withTerms(words.terms, split.join(" "));
  if (text === "") return property;
  return startsWithTerm(words.terms, text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function withTerms(terms: readonly string[], text: string): string {
  return terms.reduce((whole, term) => whole.replaceAll(patternOf(term), term), text);
}

/** Finds a term by the pieces that splitting leaves of it. */
function patternOf(term: string): RegExp {
  const pieces = term
    .split(/[\s-]+/)
    .flatMap(splitWords)
    .map((piece) => piece.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  return new RegExp(`(?<!\\p{L})${pieces.join(" ?")}(?!\\p{L})`, "giu");
}

function startsWithTerm(terms: readonly string[], text: string): boolean {
  return terms.some((term) => text.startsWith(term));
}

/** The name of a custom setting: what the administrator called it, and the address that it sets. */
export function nameOfOmaSetting({ displayName, omaUri }: { displayName: string | null; omaUri: string }): string {
  return displayName ? `${displayName} (${omaUri})` : omaUri;
}
