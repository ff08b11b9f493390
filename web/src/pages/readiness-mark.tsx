import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { StatusMark } from "../parts/status-mark.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

type ReadinessMarkProps = { readonly state: string; readonly reason?: string };

/** Whether a tenant has all that reading needs; what the last check could not say is unknown, not well. */
export function ReadinessMark({ state, reason }: ReadinessMarkProps): ReactElement {
  const { states } = useWords().readiness;
  const word = wordFor(states, state);
  if (state === "ready")
    return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={word} reason={reason} />;
  if (state === "attention") return <StatusMark tone="warning" sign={<WarningRegular />} word={word} reason={reason} />;
  return <StatusMark tone="quiet" sign={<QuestionCircleRegular />} word={word} reason={reason} />;
}
