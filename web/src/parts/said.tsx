import { makeStyles } from "@fluentui/react-components";
import { type ReactElement, useEffect, useState } from "react";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

type SaidProps = {
  readonly text: string;
  /** Said at most this often, in milliseconds, so that what counts up does not talk all the time. 0 says it at once. */
  readonly atMostEveryMs?: number;
};

/** Said to readers of the screen when they pause, and not seen. */
export function Said({ text, atMostEveryMs = 0 }: SaidProps): ReactElement {
  const styles = useStyles();
  const slowed = useSlowed(text, atMostEveryMs);
  return (
    <span role="status" className={styles.hidden}>
      {atMostEveryMs === 0 ? text : slowed}
    </span>
  );
}

/** The newest text, changed at most each `everyMs`. */
function useSlowed(text: string, everyMs: number): string {
  const [shown, setShown] = useState({ text, at: 0 });
  useEffect(() => {
    if (everyMs === 0 || text === shown.text) return undefined;
    const wait = Math.max(0, shown.at + everyMs - Date.now());
    const timer = setTimeout(() => setShown({ text, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [text, shown, everyMs]);
  return shown.text;
}
