import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { FlagRegular } from "@fluentui/react-icons/svg/flag";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { SendRegular } from "@fluentui/react-icons/svg/send";
import type { ReactElement } from "react";
import type { RunDetail, RunPart } from "../api/operations.ts";
import { Timeline, type TimelineStep } from "../parts/timeline.tsx";
import { formatDuration } from "../words/format.ts";
import { type Spoken, useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { codeWords } from "./code-words.ts";
import { toPartStep } from "./run-part-step.tsx";

type Transition = RunDetail["timeline"][number];

const signs: Record<Transition["event"], ReactElement> = {
  queued: <ClockRegular />,
  sent: <SendRegular />,
  started: <PlayRegular />,
  requeued: <ArrowClockwiseRegular />,
  cancel_requested: <ProhibitedRegular />,
  ended: <FlagRegular />,
};

type RunTimelineProps = { readonly run: RunDetail; readonly parts: readonly RunPart[] };

/** What happened to a run, with its service groups where its last attempt works on them. */
export function RunTimeline({ run, parts }: RunTimelineProps): ReactElement {
  const spoken = useSpoken();
  return <Timeline label={spoken.words.run.timeline} steps={stepsOf(run, parts, spoken)} />;
}

/** The groups stand behind the last start: those of attempts before are not kept. */
function stepsOf(run: RunDetail, parts: readonly RunPart[], spoken: Spoken): readonly TimelineStep[] {
  const { timeline } = run;
  const begun = timeline.findLastIndex(({ event }) => event === "started");
  const throttled = new Map(run.groups.map(({ group, throttled: times }) => [group, times]));
  const groups = parts.map((part) => toPartStep(part, throttled.get(part.group) ?? 0, spoken));
  return timeline.flatMap((transition, index) => {
    const step = toStep(transition, timeline[index + 1], spoken);
    return index === begun ? [step, ...groups] : [step];
  });
}

function toStep(transition: Transition, next: Transition | undefined, spoken: Spoken): TimelineStep {
  const { at, event, attempt } = transition;
  const { words } = spoken;
  const name = words.terms.events[event];
  return {
    id: `${at} ${event} ${attempt}`,
    sign: signs[event],
    title: attempt > 1 ? `${name} · ${words.run.attempt(attempt)}` : name,
    at,
    detail: <StepDetail text={detailOf(transition, next, spoken)} />,
  };
}

function StepDetail({ text }: { readonly text: string }): ReactElement | null {
  return text === "" ? null : <div>{text}</div>;
}

/** Who did it, why, and how long it waited for a worker afterwards. */
function detailOf({ at, event, reason, actor }: Transition, next: Transition | undefined, spoken: Spoken): string {
  const { words, language } = spoken;
  const details = [];
  if (actor !== null && event !== "ended")
    details.push(words.run.by(actor.name || wordFor(words.terms.initiators, actor.kind)));
  if (reason !== null && event === "ended") details.push(wordFor(words.parts.states, reason));
  if (reason !== null && event !== "ended") details.push(words.run.because(codeWords(reason, words).title));
  if (next?.event === "started")
    details.push(words.run.waited(formatDuration(language, Date.parse(next.at) - Date.parse(at))));
  return details.join(" · ");
}
