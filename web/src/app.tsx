import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { makeRouter } from "./make-router.ts";
import { chosenLook, storeLook, useTheme } from "./shell/look.ts";
import { type Person, PersonContext } from "./shell/person.ts";
import { type Preferences, PreferencesContext } from "./shell/preferences.ts";
import { chooseLanguage, type Language, loadWords } from "./words/language.ts";
import { type Spoken, SpokenContext } from "./words/use-words.ts";

/** The nonce of this very answer: the policy lets no style element in without it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const router = makeRouter();

export type AppProps = { readonly person: Person; readonly spoken: Spoken };

/** The portal of a person who is signed in. */
export function App({ person, spoken: first }: AppProps): ReactElement {
  const [spoken, setSpoken] = useState(first);
  const [look, setLook] = useState(chosenLook);
  const preferences: Preferences = {
    look,
    language: spoken.language,
    chooseLook: (next) => {
      storeLook(next);
      setLook(next);
    },
    chooseLanguage: (language) => void speak(language).then(setSpoken),
  };
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={useTheme(look)}>
        <PreferencesContext value={preferences}>
          <SpokenContext value={spoken}>
            <PersonContext value={person}>
              <RouterProvider router={router} />
            </PersonContext>
          </SpokenContext>
        </PreferencesContext>
      </FluentProvider>
    </RendererProvider>
  );
}

async function speak(language: Language): Promise<Spoken> {
  const words = await loadWords(language);
  chooseLanguage(language);
  document.documentElement.lang = language;
  return { language, words };
}
