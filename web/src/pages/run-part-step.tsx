import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { HourglassHalfRegular } from "@fluentui/react-icons/svg/hourglass-half";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { RunPart } from "../api/operations.ts";
import { Progress } from "../parts/progress.tsx";
import type { TimelineStep } from "../parts/timeline.tsx";
import { formatClock } from "../words/format.ts";
import { type Spoken, useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { codeWords } from "./code-words.ts";

const useStyles = makeStyles({
  sign: { display: "inline-flex" },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  lines: { margin: 0, padding: 0, listStyleType: "none" },
});

const looks = {
  waiting: ["quiet", <HourglassHalfRegular key="sign" />],
  running: ["busy", <ArrowSyncRegular key="sign" />],
  done: ["good", <CheckmarkCircleRegular key="sign" />],
  stopped: ["quiet", <ProhibitedRegular key="sign" />],
  failed: ["warning", <WarningRegular key="sign" />],
} as const;

/** One service group of a run as a step of its timeline. `throttled` is how often Microsoft Graph slowed it. */
export function toPartStep(part: RunPart, throttled: number, { language, words }: Spoken): TimelineStep {
  const { group, state, waiting, startedAt, endedAt, counts, failures } = part;
  const lines = [
    ...(throttled > 0 ? [words.run.throttledTimes(throttled)] : []),
    ...(waiting
      ? [words.run.until(wordFor(words.terms.waits, waiting.reason), formatClock(language, Date.parse(waiting.until)))]
      : []),
    ...failures.map(({ code, target, count }) => words.run.failedFor(codeWords(code, words).title, target, count)),
  ];
  const tookMs = startedAt === null ? undefined : tookOf(startedAt, endedAt, state);
  return {
    id: `group ${group}`,
    sign: <PartSign look={counts.failed > 0 || failures.length > 0 ? "failed" : state} />,
    title: `${wordFor(words.terms.groups, group)}: ${words.run.parts[state]}`,
    at: startedAt,
    ...(tookMs !== undefined && { tookMs }),
    detail: <PartLines part={part} lines={lines} />,
  };
}

function tookOf(startedAt: string, endedAt: string | null, state: RunPart["state"]): number | null | undefined {
  if (endedAt !== null) return Date.parse(endedAt) - Date.parse(startedAt);
  return state === "running" ? null : undefined;
}

function PartSign({ look }: { readonly look: keyof typeof looks }): ReactElement {
  const styles = useStyles();
  const [tone, sign] = looks[look];
  return <span className={mergeClasses(styles.sign, styles[tone])}>{sign}</span>;
}

type PartLinesProps = { readonly part: RunPart; readonly lines: readonly string[] };

function PartLines({ part: { counts, state }, lines }: PartLinesProps): ReactElement {
  const styles = useStyles();
  const words = useWords().run;
  return (
    <>
      {state === "done" ? (
        <div>{words.objects(counts.processed)}</div>
      ) : (
        <Progress label={words.progressLabel} done={counts.processed} total={counts.total} withBar={false} />
      )}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
