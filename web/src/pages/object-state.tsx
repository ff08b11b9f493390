import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { InventoryObject } from "../api/operations.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import { formatDay } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";

type ObjectStateProps = { readonly object: Pick<InventoryObject, "state" | "lastSeenAt"> };

/** Whether Intune still has an object; of a missing one, when it was there last. */
export function ObjectState({ object: { state, lastSeenAt } }: ObjectStateProps): ReactElement {
  const { language, words } = useSpoken();
  const { objectStates } = words.terms;
  if (state === "present")
    return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={objectStates.present} />;
  if (state === "unknown")
    return <StatusMark tone="quiet" sign={<QuestionCircleRegular />} word={objectStates.unknown} />;
  const word = words.inventory.missing(formatDay(language, lastSeenAt));
  return <StatusMark tone="warning" sign={<WarningRegular />} word={word} />;
}
