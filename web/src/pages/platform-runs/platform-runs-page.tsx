import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function PlatformRunsPage(): ReactElement {
  return <h1>{useWords().platformRuns.title}</h1>;
}
