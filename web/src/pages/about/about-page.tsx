import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function AboutPage(): ReactElement {
  return <h1>{useWords().about.title}</h1>;
}
