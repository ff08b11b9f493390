import { type Entity, isEntity } from "../entity.ts";

/**
 * An object in the first language of `Accept-Language` that it has texts in, by the language without region; else as it
 * is. What it keeps of other languages (`translations`, by language) is never shown.
 */
export function toTranslated({ translations, ...entity }: Entity, acceptLanguage = ""): Entity {
  if (!isEntity(translations)) return entity;
  const languages = acceptLanguage.split(",").map((each) => each.trim().split(/[-;]/)[0]?.toLowerCase() ?? "");
  const texts = languages.map((language) => translations[language]).find(isEntity);
  return { ...entity, ...texts };
}
