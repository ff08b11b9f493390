import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function SnapshotsPage(): ReactElement {
  return <h1>{useWords().snapshots.title}</h1>;
}
