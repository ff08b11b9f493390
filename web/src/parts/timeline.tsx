import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { formatDuration } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { Time } from "./time.tsx";

/** A step of something that happened. */
export type TimelineStep = {
  readonly id: string;
  readonly sign: ReactNode;
  readonly title: string;
  /** ISO 8601; null while it has not begun. */
  readonly at: string | null;
  /** Milliseconds; null while it goes on; left out where it does not matter. */
  readonly tookMs?: number | null;
  /** Waits, attempts, reasons: in line with the step. */
  readonly detail?: ReactNode;
};

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  step: {
    display: "grid",
    gridTemplateColumns: "24px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    ":last-child > span::after": { display: "none" },
  },
  sign: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    fontSize: "20px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground2,
    "::after": {
      content: '""',
      flexGrow: 1,
      width: "2px",
      marginTop: tokens.spacingVerticalXS,
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  body: { paddingBottom: tokens.spacingVerticalL, minWidth: 0, overflowWrap: "anywhere" },
  title: { fontWeight: tokens.fontWeightSemibold },
  when: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What happened, in its order. */
export function Timeline({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly TimelineStep[];
}): ReactElement {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map(({ id, sign, title, at, tookMs, detail }) => (
        <li key={id} className={styles.step}>
          <span className={styles.sign} aria-hidden="true">
            {sign}
          </span>
          <div className={styles.body}>
            <div className={styles.title}>{title}</div>
            <div className={styles.when}>
              {at !== null && <Time at={at} />}
              {tookMs !== undefined && <Took milliseconds={tookMs} />}
            </div>
            {detail}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Took({ milliseconds }: { readonly milliseconds: number | null }): ReactElement {
  const { language, words } = useSpoken();
  const { pending, took } = words.parts.timeline;
  return <span>{milliseconds === null ? pending : took(formatDuration(language, milliseconds))}</span>;
}
