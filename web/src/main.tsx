import { createRoot } from "react-dom/client";
import { readFacts } from "./session/facts.ts";
import { signedInPath } from "./session/leave.ts";
import { openSession } from "./session/open-session.ts";
import { chosenLanguage, loadWords } from "./words/language.ts";

// Facts, then the session. The app and its words load beside the exchange of the code, not before the page leaves for the
// directory: running their scripts would hold that up.

const language = chosenLanguage();
document.documentElement.lang = language;
const loading = location.pathname === signedInPath ? loadApp() : undefined;
const root = document.getElementById("root");

try {
  const facts = await readFacts();
  const opening = openSession(facts);
  // The address is the one from before the sign-in again: its page loads beside the exchange too.
  const pages = loading?.then(({ loadPages }) => loadPages());
  const opened = await opening;
  const { App, loadPages, words } = await (loading ?? loadApp());
  const router = (await pages) ?? loadPages();
  if (root) createRoot(root).render(<App {...{ facts, opened, router }} spoken={{ language, words }} />);
} catch {
  const { StartFailure, words } = await (loading ?? loadApp());
  if (root) createRoot(root).render(<StartFailure spoken={{ language, words }} />);
}

async function loadApp() {
  const [app, words] = await Promise.all([import("./app.tsx"), loadWords(language)]);
  return { App: app.App, StartFailure: app.StartFailure, loadPages: app.loadPages, words };
}
