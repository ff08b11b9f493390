import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Snapshot } from "../api/operations.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

/** Whether a snapshot holds all that it should. */
export function SnapshotState({ state }: Pick<Snapshot, "state">): ReactElement {
  const word = wordFor(useWords().terms.snapshotStates, state);
  if (state === "complete") return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={word} />;
  return <StatusMark tone="warning" sign={<WarningRegular />} word={word} />;
}
