import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import { type Navigate, NavigateContext } from "../../../../web/src/parts/navigate-context.ts";
import { type Visit, VisitContext } from "../../../../web/src/parts/visit.ts";
import { de } from "../../../../web/src/words/de.ts";
import { en } from "../../../../web/src/words/en.ts";
import type { Language } from "../../../../web/src/words/language.ts";
import { SpokenContext } from "../../../../web/src/words/use-words.ts";

// Without it Fluent does not animate. happy-dom's animations, when cancelled, reject a promise that nobody holds.
Object.defineProperty(HTMLElement.prototype, "animate", { value: undefined });

type Surroundings = { readonly language?: Language; readonly navigate?: Navigate };

/** Draws a part as a page would: with theme, words and a way to navigate. `rerender` keeps them. */
export function show(part: ReactElement, { language = "en", navigate }: Surroundings = {}): RenderResult {
  const spoken = { language, words: language === "de" ? de : en };
  const visit: Visit = { pageBefore: undefined };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SpokenContext value={spoken}>
      <NavigateContext value={navigate}>
        <VisitContext value={visit}>
          <FluentProvider theme={webLightTheme}>{children}</FluentProvider>
        </VisitContext>
      </NavigateContext>
    </SpokenContext>
  );
  return render(part, { wrapper });
}
