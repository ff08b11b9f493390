import { createContext, useContext } from "react";
import type { Language } from "../words/language.ts";
import type { Look } from "./look.ts";

/** What a person chose for this browser, and how to choose again. */
export type Preferences = {
  readonly look: Look;
  readonly language: Language;
  readonly chooseLook: (look: Look) => void;
  readonly chooseLanguage: (language: Language) => void;
};

export const PreferencesContext = createContext<Preferences | undefined>(undefined);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === undefined) throw new Error("A component stands outside PreferencesContext");
  return preferences;
}
