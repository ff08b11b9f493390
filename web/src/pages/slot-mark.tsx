import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Slot } from "../api/operations.ts";
import { StateBadge } from "../parts/state-badge.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { codeWords } from "./code-words.ts";

export type SlotEnd = Pick<Slot, "outcome" | "runId" | "code">;

/** What became of a slot. */
export function SlotMark({ slot }: { readonly slot: SlotEnd }): ReactElement {
  const words = useWords();
  const { slots } = words.schedule;
  const reason = whyOfSlot(slot, words);
  switch (slot.outcome) {
    case "pending":
      return <StatusMark tone="busy" sign={<ArrowSyncRegular />} word={slots.pending} />;
    case "skipped":
      return <StatusMark tone="warning" sign={<SubtractCircleRegular />} word={slots.skipped} reason={reason} />;
    case "missed":
      return <StatusMark tone="bad" sign={<WarningRegular />} word={slots.missed} reason={reason} />;
    case null:
      return <StatusMark tone="quiet" sign={<QuestionCircleRegular />} word={slots.expired} reason={reason} />;
    default:
      return <StateBadge state={slot.outcome} reason={reason} />;
  }
}

/** Why a slot has no run, or no outcome; undefined for one that was in order. */
export function whyOfSlot({ outcome, code }: SlotEnd, words: Words): string | undefined {
  if (code !== undefined) {
    const { title, help } = codeWords(code, words);
    return help === undefined ? title : `${title}. ${help}`;
  }
  const { slots } = words.schedule;
  if (outcome === "skipped") return slots.whyActive;
  if (outcome === "missed") return slots.whyMissed;
  return outcome === null ? slots.whyExpired : undefined;
}
