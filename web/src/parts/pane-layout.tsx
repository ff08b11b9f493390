import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  layout: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalL,
    minWidth: 0,
    position: "relative",
  },
  content: { flex: "1 1 0", minWidth: 0 },
  // Laid out but not reached: the list keeps where it was scrolled to.
  behind: { "@media (max-width: 900px)": { position: "absolute", width: "100%", visibility: "hidden" } },
});

type PaneLayoutProps = {
  /** A `DetailsPane`, or nothing while none is open. */
  readonly pane: ReactNode;
  readonly children: ReactNode;
};

/** A list with its details at the right; in a narrow window the details stand in place of the list. */
export function PaneLayout({ pane, children }: PaneLayoutProps): ReactElement {
  const styles = useStyles();
  const isOpen = pane !== null && pane !== undefined && pane !== false;
  return (
    <div className={styles.layout}>
      <div className={mergeClasses(styles.content, isOpen && styles.behind)}>{children}</div>
      {pane}
    </div>
  );
}
