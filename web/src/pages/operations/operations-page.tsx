import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function OperationsPage(): ReactElement {
  return <h1>{useWords().operations.title}</h1>;
}
