import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RunDetail, RunPart } from "../api/operations.ts";
import { isActive } from "../api/run.ts";
import { FactsList } from "../parts/facts-list.tsx";
import { Progress } from "../parts/progress.tsx";
import { useWords } from "../words/use-words.ts";
import { useRunDetailFacts, useRunFacts } from "./run-facts.tsx";
import { LastError, RunFailures } from "./run-failures.tsx";
import { RunTimeline } from "./run-timeline.tsx";
import { Section } from "./section.tsx";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
    alignItems: "start",
    "@media (max-width: 1100px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  progress: { maxWidth: "480px" },
});

type RunViewProps = {
  readonly run: RunDetail;
  readonly parts: readonly RunPart[];
  /** False where the parts of the run are deleted already: it then says so. */
  readonly partsKept: boolean;
  /** Names the progress bar for readers. */
  readonly progressLabel: string;
};

/** All that is known of one run: how far it is, what went wrong, what happened, its facts. */
export function RunView({ run, parts, partsKept, progressLabel }: RunViewProps): ReactElement {
  const styles = useStyles();
  const words = useWords().run;
  const facts = [...useRunFacts(run), ...useRunDetailFacts(run)];
  return (
    <div className={styles.view}>
      {isActive(run) && run.startedAt !== null && (
        <div className={styles.progress}>
          <Progress label={progressLabel} done={run.counts.processed} total={run.counts.total} />
        </div>
      )}
      <LastError run={run} />
      <RunFailures run={run} />
      {!partsKept && (
        <MessageBar layout="multiline">
          <MessageBarBody>{words.partsGone}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <Section title={words.timeline}>
          <RunTimeline run={run} parts={parts} />
        </Section>
        <Section title={words.facts}>
          <FactsList facts={facts} />
        </Section>
      </div>
    </div>
  );
}
