import { splitWords } from "./split-words.ts";

/**
 * The name of a setting that nobody has named: the last two parts of its id in words, and the whole id, because the words
 * alone may be those of several settings.
 */
export function nameOfUnknown(id: string): string {
  const parts = id.split(/[_.]+/).flatMap((part) => splitWords(part.replace(/[{}~]/g, " ")).join(" ") || []);
  const words = parts.slice(-2).join(" ");
  return words === "" || words === id ? id : `${capitalised(words)} (${id})`;
}

/** The label of an option that nobody has named: what its id has beside that of its setting. */
export function labelOfUnknown(definitionId: string, optionId: string): string {
  const own = optionId.startsWith(`${definitionId}_`) ? optionId.slice(definitionId.length + 1) : optionId;
  return own === "" ? optionId : own;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
