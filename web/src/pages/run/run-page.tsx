import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function RunPage(): ReactElement {
  return <h1>{useWords().run.title}</h1>;
}
