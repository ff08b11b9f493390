import { createContext, useContext } from "react";
import type { Language } from "./language.ts";
import type { Words } from "./words.ts";

export type Spoken = { readonly language: Language; readonly words: Words };

/** What the page speaks; a page without it cannot be drawn, so there is no default language here. */
export const SpokenContext = createContext<Spoken | undefined>(undefined);

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === undefined) throw new Error("No words: a component stands outside SpokenContext");
  return spoken;
}

export function useWords(): Words {
  return useSpoken().words;
}
