import { readFacts } from "./session/facts.ts";
import { signedInPath } from "./session/leave.ts";
import { openSession } from "./session/open-session.ts";
import { chosenLanguage, loadWords } from "./words/language.ts";

// Facts, then the session. The app and its words load beside the exchange of the code, not before the page leaves for the
// directory: fetching and running their scripts would hold that up. So nothing here may import React.

const language = chosenLanguage();
document.documentElement.lang = language;
const loading = location.pathname === signedInPath ? loadApp() : undefined;

try {
  const facts = await readFacts();
  const opening = openSession(facts);
  // The address is the one from before the sign-in again: its page loads beside the exchange too.
  const pages = loading?.then(({ loadPages }) => loadPages());
  const opened = await opening;
  const { showApp, loadPages, words } = await (loading ?? loadApp());
  showApp({ facts, opened, router: (await pages) ?? loadPages(), spoken: { language, words } });
} catch {
  const { showStartFailure, words } = await (loading ?? loadApp());
  showStartFailure({ language, words });
}

async function loadApp() {
  preloadScripts();
  const [{ showApp, showStartFailure, loadPages }, words] = await Promise.all([
    import("./app.tsx"),
    loadWords(language),
  ]);
  return { showApp, showStartFailure, loadPages, words };
}

/** All that the app imports, named by the build, at once: the browser would find it one level after the other. */
function preloadScripts(): void {
  const names = document.querySelector<HTMLMetaElement>('meta[name="app-scripts"]')?.content ?? "";
  for (const href of names.split(" ")) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
}
