import { AddCircleRegular } from "@fluentui/react-icons/svg/add-circle";
import { ArrowSwapRegular } from "@fluentui/react-icons/svg/arrow-swap";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SparkleRegular } from "@fluentui/react-icons/svg/sparkle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import type { ReactElement } from "react";
import { StatusMark, type Tone } from "../../parts/status-mark.tsx";
import { useWords } from "../../words/use-words.ts";

export type ShownKind = keyof ReturnType<typeof useWords>["compare"]["changes"];

const signs: { readonly [kind in ShownKind]: { readonly tone: Tone; readonly sign: ReactElement } } = {
  added: { tone: "good", sign: <AddCircleRegular /> },
  removed: { tone: "bad", sign: <SubtractCircleRegular /> },
  changed: { tone: "busy", sign: <EditRegular /> },
  moved: { tone: "busy", sign: <ArrowSwapRegular /> },
  appeared: { tone: "quiet", sign: <SparkleRegular /> },
  secret: { tone: "warning", sign: <KeyRegular /> },
  unchanged: { tone: "quiet", sign: <CheckmarkCircleRegular /> },
  incomparable: { tone: "warning", sign: <QuestionCircleRegular /> },
  ambiguous: { tone: "warning", sign: <QuestionCircleRegular /> },
};

type ChangeMarkProps = { readonly kind: ShownKind; readonly count?: string };

/** What became of an object or of a place in it: by sign, word and colour. */
export function ChangeMark({ kind, count }: ChangeMarkProps): ReactElement {
  const word = useWords().compare.changes[kind];
  const { tone, sign } = signs[kind];
  return <StatusMark tone={tone} sign={sign} word={count === undefined ? word : `${count} ${word}`} />;
}
