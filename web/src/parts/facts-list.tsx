import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";

/** A term and what it is; null and an empty text are said as "None". */
export type Fact = { readonly term: string; readonly value: ReactNode };

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(120px, max-content) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS },
  },
  term: { color: tokens.colorNeutralForeground3, maxWidth: "240px", overflowWrap: "anywhere" },
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: "anywhere",
    "@media (max-width: 480px)": { marginBottom: tokens.spacingVerticalS },
  },
});

/** Terms with their values, as in the overview of an object. */
export function FactsList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const styles = useStyles();
  const { none } = useWords().parts.facts;
  return (
    <dl className={styles.list}>
      {facts.map(({ term, value }) => [
        <dt key={`${term} term`} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${term} value`} className={styles.value}>
          {value === null || value === undefined || value === "" ? none : value}
        </dd>,
      ])}
    </dl>
  );
}
