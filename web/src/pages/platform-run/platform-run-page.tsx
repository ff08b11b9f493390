import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function PlatformRunPage(): ReactElement {
  return <h1>{useWords().platformRun.title}</h1>;
}
