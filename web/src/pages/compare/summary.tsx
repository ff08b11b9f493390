import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Comparison } from "../../api/comparison.ts";
import { formatNumber } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { ChangeMark } from "./change-mark.tsx";

const useStyles = makeStyles({
  counts: {
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  count: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

export const objectChanges = ["added", "removed", "changed", "unchanged", "incomparable", "ambiguous"] as const;

type SummaryProps = {
  readonly counts: Comparison["counts"];
  readonly chosen: string | undefined;
  readonly onChoose: (change: string | undefined) => void;
};

/** How many objects of each kind; each number shows only those, and all again. */
export function Summary({ counts, chosen, onChoose }: SummaryProps): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { hints, summary } = words.compare;
  const shown = objectChanges.filter((change) => change !== "ambiguous" || (counts[change] ?? 0) > 0);
  return (
    <fieldset className={styles.counts} aria-label={summary}>
      {shown.map((change) => {
        const [count, isChosen] = [counts[change] ?? 0, chosen === change];
        return (
          <ToggleButton
            key={change}
            className={styles.count}
            checked={isChosen}
            title={hints[change]}
            onClick={() => onChoose(isChosen ? undefined : change)}
          >
            <ChangeMark kind={change} count={formatNumber(language, count)} />
          </ToggleButton>
        );
      })}
    </fieldset>
  );
}
