import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function SettingsPage(): ReactElement {
  return <h1>{useWords().settings.title}</h1>;
}
