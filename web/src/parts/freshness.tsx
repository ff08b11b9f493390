import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import type { ReactElement } from "react";
import { formatClock, formatRelative, formatUtc } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { useNow } from "./use-now.ts";

const useStyles = makeStyles({
  line: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "24px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

type FreshnessProps = {
  /** When the server last answered, epoch milliseconds; 0 when it did not yet (react-query's `dataUpdatedAt`). */
  readonly at: number;
  readonly onRefresh?: () => void;
};

/** How old what is shown is. */
export function Freshness({ at, onRefresh }: FreshnessProps): ReactElement {
  const { language, words } = useSpoken();
  const now = useNow(1_000);
  const styles = useStyles();
  const { asOf, never, refresh } = words.parts.freshness;
  const text = at === 0 ? never : asOf(formatClock(language, at), formatRelative(language, at, Math.max(now, at)));
  return (
    <span className={styles.line} title={at === 0 ? undefined : formatUtc(at)}>
      {text}
      {onRefresh && (
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwiseRegular />}
          title={refresh}
          aria-label={refresh}
          onClick={onRefresh}
        />
      )}
    </span>
  );
}
