import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { chosenLanguage, loadWords } from "./words/language.ts";

const language = chosenLanguage();
const words = await loadWords(language);
document.documentElement.lang = language;
const root = document.getElementById("root");
if (root) createRoot(root).render(<App person={{ name: "", signOut: () => undefined }} spoken={{ language, words }} />);
