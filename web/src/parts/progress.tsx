import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

const useStyles = makeStyles({
  progress: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  text: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
});

type ProgressProps = {
  readonly done: number;
  /** Null while nobody knows; then there is no bar, only the number. */
  readonly total: number | null;
  /** Names the bar for readers: "Objects read". */
  readonly label: string;
  /** In a cell of a list the text says enough. */
  readonly withBar?: boolean;
};

/** How far something is. A bar stands only where the whole is known. */
export function Progress({ done, total, label, withBar = true }: ProgressProps): ReactElement {
  const styles = useStyles();
  const { progress } = useWords().parts;
  const text = total === null ? (done === 0 ? progress.notBegun : progress.done(done)) : progress.of(done, total);
  const isWhole = total !== null && total > 0;
  return (
    <span className={styles.progress}>
      {withBar && isWhole && <ProgressBar aria-label={label} value={Math.min(done, total)} max={total} />}
      <span className={styles.text} title={isWhole ? progress.percent(done / total) : undefined}>
        {text}
      </span>
    </span>
  );
}
