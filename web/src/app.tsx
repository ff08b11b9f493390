import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { ApiContext } from "./api/api-context.ts";
import type { CallApi } from "./api/call-api.ts";
import { makeRouter } from "./make-router.ts";
import { NavigateContext } from "./parts/navigate-context.ts";
import { Toasts } from "./parts/toasts.tsx";
import { chosenLook, storeLook, useTheme } from "./shell/look.ts";
import { type Person, PersonContext } from "./shell/person.ts";
import { type Preferences, PreferencesContext } from "./shell/preferences.ts";
import { chooseLanguage, type Language, loadWords } from "./words/language.ts";
import { type Spoken, SpokenContext } from "./words/use-words.ts";

/** The nonce of this very answer: the policy lets no style element in without it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const router = makeRouter();

const navigate = (href: string): void => void router.navigate({ href });

export type AppProps = {
  readonly person: Person;
  readonly spoken: Spoken;
  readonly callApi: CallApi;
  /** What the server said; signing out empties it. */
  readonly queryClient: QueryClient;
};

/** The portal of a person who is signed in. */
export function App({ person, spoken: first, callApi, queryClient }: AppProps): ReactElement {
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
              <ApiContext value={callApi}>
                <QueryClientProvider client={queryClient}>
                  <NavigateContext value={navigate}>
                    <Toasts>
                      <RouterProvider router={router} />
                    </Toasts>
                  </NavigateContext>
                </QueryClientProvider>
              </ApiContext>
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
