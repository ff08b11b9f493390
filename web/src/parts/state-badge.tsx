import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { HourglassHalfRegular } from "@fluentui/react-icons/svg/hourglass-half";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import type { ShownRunState } from "./run-state.ts";
import { StatusMark, type Tone } from "./status-mark.tsx";

const looks: Record<ShownRunState, readonly [Tone, ReactElement]> = {
  queued: ["quiet", <ClockRegular key="sign" />],
  waiting: ["quiet", <HourglassHalfRegular key="sign" />],
  running: ["busy", <ArrowSyncRegular key="sign" />],
  throttled: ["warning", <HourglassHalfRegular key="sign" />],
  stalled: ["warning", <WarningRegular key="sign" />],
  retrying: ["busy", <ArrowClockwiseRegular key="sign" />],
  cancelling: ["quiet", <ProhibitedRegular key="sign" />],
  succeeded: ["good", <CheckmarkCircleRegular key="sign" />],
  partially_succeeded: ["warning", <WarningRegular key="sign" />],
  failed: ["bad", <ErrorCircleRegular key="sign" />],
  cancelled: ["quiet", <ProhibitedRegular key="sign" />],
  unknown: ["quiet", <QuestionCircleRegular key="sign" />],
};

type StateBadgeProps = {
  readonly state: ShownRunState;
  /** For what it waits, or why it failed: shown as title. */
  readonly reason?: string | undefined;
};

/** The state of a run. */
export function StateBadge({ state, reason }: StateBadgeProps): ReactElement {
  const { states } = useWords().parts;
  const [tone, sign] = looks[state];
  return <StatusMark tone={tone} sign={sign} word={states[state]} reason={reason} />;
}
