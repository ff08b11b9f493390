import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { NoMatch } from "./empty-state.tsx";
import type { Problem } from "./problem.ts";
import { ProblemBar } from "./problem-bar.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";

const useStyles = makeStyles({
  shown: { display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, flexGrow: 1 },
  // Greyed, but still of enough contrast to be read.
  old: { filter: "grayscale(1)", opacity: 0.9 },
});

type PageStatesProps = {
  /** Whether there is something to show, be it old. */
  readonly hasData: boolean;
  readonly problem?: Problem | undefined;
  readonly onTryAgain?: (() => void) | undefined;
  /** Whether what is there has no rows; pages without a list leave it out. */
  readonly isEmpty?: boolean;
  /** Given while filters are set: what clears them. Then an empty list says "No match". */
  readonly onClearFilters?: (() => void) | undefined;
  /** Shown for an empty list without filters; usually an `EmptyState`. */
  readonly empty?: ReactNode;
  /** Shown while loading; rows of a list when left out. */
  readonly skeleton?: ReactNode;
  readonly children: ReactNode;
};

/**
 * Chooses what stands in a page: skeleton, problem, nothing there, no match, or the data. A problem while data is there
 * is a bar above it, and the data is greyed.
 */
export function PageStates(props: PageStatesProps): ReactElement {
  const { hasData, problem, onTryAgain, isEmpty = false, onClearFilters, empty, skeleton, children } = props;
  const styles = useStyles();
  if (!hasData) {
    if (problem) return <ProblemNotice problem={problem} onTryAgain={onTryAgain} />;
    return <>{skeleton ?? <SkeletonRows />}</>;
  }
  const content = isEmpty ? onClearFilters ? <NoMatch onClear={onClearFilters} /> : empty : children;
  const isOld = problem !== undefined && problem.kind !== "offline";
  return (
    <div className={styles.shown}>
      {problem && <ProblemBar problem={problem} onTryAgain={onTryAgain} oldData />}
      <div className={mergeClasses(styles.shown, isOld && styles.old)}>{content}</div>
    </div>
  );
}
