import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function ObjectPage(): ReactElement {
  return <h1>{useWords().object.title}</h1>;
}
