import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

/** What a state means for the reader; decides the colour only. */
export type Tone = "good" | "warning" | "bad" | "busy" | "quiet";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    verticalAlign: "middle",
    columnGap: tokens.spacingHorizontalXS,
    maxWidth: "100%",
    minWidth: 0,
  },
  sign: { display: "inline-flex", flexShrink: 0, fontSize: "16px" },
  word: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: tokens.colorNeutralForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type StatusMarkProps = {
  readonly tone: Tone;
  /** An icon of Fluent; the word beside it says the same, so readers do not hear it. */
  readonly sign: ReactNode;
  readonly word: string;
  /** Why, in a sentence: shown as title. */
  readonly reason?: string | undefined;
};

/** A state by sign, word and colour, never by colour alone. */
export function StatusMark({ tone, sign, word, reason }: StatusMarkProps): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.mark} title={reason === undefined ? word : `${word}: ${reason}`}>
      <span className={mergeClasses(styles.sign, styles[tone])} aria-hidden="true">
        {sign}
      </span>
      <span className={styles.word}>{word}</span>
    </span>
  );
}
