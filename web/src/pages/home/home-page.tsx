import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function HomePage(): ReactElement {
  return <h1>{useWords().home.title}</h1>;
}
