import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useState } from "react";
import { createRoot } from "react-dom/client";
import { makeRouter, type PortalRouter } from "./make-router.ts";
import { Portal } from "./portal.tsx";
import type { SignInFacts } from "./session/facts.ts";
import type { Opened } from "./session/session.ts";
import { chosenLook, storeLook, useTheme } from "./shell/look.ts";
import { type Preferences, PreferencesContext } from "./shell/preferences.ts";
import { ConsentNotice, NotStarted, SignInNotice } from "./shell/sign-in-notice.tsx";
import { chooseLanguage, type Language, loadWords } from "./words/language.ts";
import { type Spoken, SpokenContext } from "./words/use-words.ts";

/** The nonce of this very answer: the policy lets no style element in without it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

type AppProps = {
  readonly opened: Opened;
  readonly facts: SignInFacts;
  readonly router: PortalRouter;
  readonly spoken: Spoken;
};

/** All pages, of which the one at this address begins to load at once. */
export function loadPages(): PortalRouter {
  const router = makeRouter();
  void router.load();
  return router;
}

/** The portal of who is signed in; else the page that says why nobody is. */
export function App({ opened, facts, router, spoken }: AppProps): ReactElement {
  return (
    <Look spoken={spoken}>
      {opened.kind === "open" && <Portal session={opened.session} facts={facts} router={router} />}
      {opened.kind === "consented" && <ConsentNotice outcome={opened.outcome} />}
      {opened.kind === "signed-out" && <SignInNotice code={undefined} onSignIn={opened.signIn} />}
      {opened.kind === "refused" && <SignInNotice code={opened.code} onSignIn={opened.signIn} />}
    </Look>
  );
}

/** Shows it in the page. */
export function showApp(props: AppProps): void {
  show(<App {...props} />);
}

/** Shows that the portal could not ask how people sign in. */
export function showStartFailure(spoken: Spoken): void {
  show(
    <Look spoken={spoken}>
      <NotStarted />
    </Look>,
  );
}

function show(page: ReactElement): void {
  const root = document.getElementById("root");
  if (root) createRoot(root).render(page);
}

type LookProps = { readonly spoken: Spoken; readonly children: ReactNode };

/** Theme and language, as this browser's person chose them. */
function Look({ spoken: first, children }: LookProps): ReactElement {
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
          <SpokenContext value={spoken}>{children}</SpokenContext>
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
