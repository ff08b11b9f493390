import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { StatusMark } from "../parts/status-mark.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

type ReadinessMarkProps = {
  readonly state: string;
  /** In place of the state's own word, which is then in the title. */
  readonly counts?: string;
};

/** Whether a tenant has all that reading needs; what the last check could not say is unknown, not well. */
export function ReadinessMark({ state, counts }: ReadinessMarkProps): ReactElement {
  const { states } = useWords().readiness;
  const own = wordFor(states, state);
  const said = counts === undefined ? { word: own } : { word: counts, reason: own };
  if (state === "ready") return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} {...said} />;
  if (state === "attention") return <StatusMark tone="warning" sign={<WarningRegular />} {...said} />;
  return <StatusMark tone="quiet" sign={<QuestionCircleRegular />} {...said} />;
}
