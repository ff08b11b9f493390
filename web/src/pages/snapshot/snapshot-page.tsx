import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function SnapshotPage(): ReactElement {
  return <h1>{useWords().snapshot.title}</h1>;
}
