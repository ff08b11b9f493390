import { ArchiveRegular } from "@fluentui/react-icons/svg/archive";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { HourglassRegular } from "@fluentui/react-icons/svg/hourglass";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import type { TenantOverview } from "../api/operations.ts";
import { StatusMark, type Tone } from "../parts/status-mark.tsx";
import type { Spoken } from "../words/use-words.ts";
import { codeWords } from "./code-words.ts";

type Stated = Pick<TenantOverview, "state" | "stateReason">;

/** The states that one can filter by. */
export const tenantStates = ["pending_consent", "active", "attention", "suspended", "archived"] as const;

const looks: Readonly<Record<Stated["state"], { readonly tone: Tone; readonly sign: ReactNode }>> = {
  pending_consent: { tone: "busy", sign: <HourglassRegular /> },
  active: { tone: "good", sign: <CheckmarkCircleRegular /> },
  attention: { tone: "warning", sign: <WarningRegular /> },
  suspended: { tone: "bad", sign: <ProhibitedRegular /> },
  archived: { tone: "quiet", sign: <ArchiveRegular /> },
  unknown: { tone: "quiet", sign: <QuestionCircleRegular /> },
};

/** A tenant's state. One that needs somebody says why in its place: a code in words. */
export function TenantState({ tenant, spoken }: { readonly tenant: Stated; readonly spoken: Spoken }): ReactElement {
  const { state, stateReason } = tenant;
  const word = spoken.words.tenants.states[state];
  if (stateReason === null) return <StatusMark {...looks[state]} word={word} />;
  // What a person wrote who suspended or archived it is no code.
  if (state !== "attention") return <StatusMark {...looks[state]} word={word} reason={stateReason} />;
  return <StatusMark {...looks[state]} word={codeWords(stateReason, spoken.words).title} reason={word} />;
}
