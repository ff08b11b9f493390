import { createRoot } from "react-dom/client";
import { readFacts } from "./session/facts.ts";
import { openSession } from "./session/open-session.ts";
import { chosenLanguage, loadWords } from "./words/language.ts";

// Facts, then the session; the app and its words load beside the sign-in.

const language = chosenLanguage();
document.documentElement.lang = language;
const app = import("./app.tsx");
const words = loadWords(language);
const root = document.getElementById("root");

try {
  const facts = await readFacts();
  const opened = await openSession(facts);
  const { App } = await app;
  if (root) createRoot(root).render(<App {...{ facts, opened }} spoken={{ language, words: await words }} />);
} catch {
  const { StartFailure } = await app;
  if (root) createRoot(root).render(<StartFailure spoken={{ language, words: await words }} />);
}
