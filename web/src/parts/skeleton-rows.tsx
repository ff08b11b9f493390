import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { type ReactElement, useContext, useEffect, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { DensityContext, rowHeights } from "./density.ts";

/** What loads faster than this shows nothing in between, so that a page does not flicker. */
const patienceMs = 200;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalL, overflow: "hidden" },
  first: { flex: "2 1 0" },
  other: { flex: "1 1 0" },
});

/** Rows of the final height while a list loads for the first time. */
export function SkeletonRows({ rows = 8 }: { readonly rows?: number }): ReactElement | null {
  const styles = useStyles();
  const { loading } = useWords().parts.page;
  const height = rowHeights[useContext(DensityContext)];
  const late = useLate();
  if (!late) return <div style={{ height: rows * height }} />;
  return (
    <Skeleton aria-label={loading} role="status">
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key) => (
        <div key={key} className={styles.row} style={{ height }}>
          <SkeletonItem className={styles.first} />
          <SkeletonItem className={styles.other} />
          <SkeletonItem className={styles.other} />
        </div>
      ))}
    </Skeleton>
  );
}

function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
