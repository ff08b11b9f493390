import { z } from "zod";

/** Languages in which names are kept. Whatever Microsoft does not name in one of the others is named in the first. */
export const definitionLanguages = ["en", "de"] as const;

export type DefinitionLanguage = (typeof definitionLanguages)[number];

export const definitionLanguageSchema = z.enum(definitionLanguages);

/** The one that the others fall back to. */
export const fallbackLanguage = definitionLanguages[0];
