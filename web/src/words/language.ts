import type { Words } from "./words.ts";

export type Language = "en" | "de";

export const languages: readonly Language[] = ["en", "de"];

const storageKey = "language";

/** The language that was chosen here, else the first of the browser's that the portal speaks, else English. */
export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey) ?? "", ...navigator.languages];
  const known = wanted.map((each) => languages.find((language) => each.toLowerCase().startsWith(language)));
  return known.find((language) => language !== undefined) ?? "en";
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** The texts of a language, as a chunk of its own. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === "de") return (await import("./de.ts")).de;
  return (await import("./en.ts")).en;
}
