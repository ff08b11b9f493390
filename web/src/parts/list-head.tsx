import { Checkbox, mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import type { Column } from "./column.ts";
import { useListStyles } from "./list-styles.ts";
import { allChosen, type Selection } from "./selection.ts";

type ListHeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly gridTemplateColumns: string;
  readonly height: number;
  readonly selection: Selection | undefined;
  /** Of the rows that are loaded. */
  readonly keys: readonly string[];
};

/** The names of the columns, which stay while the rows scroll, and the checkbox for all loaded rows. */
export function ListHead<Row>({
  columns,
  gridTemplateColumns,
  height,
  selection,
  keys,
}: ListHeadProps<Row>): ReactElement {
  const styles = useListStyles();
  const { list } = useWords().parts;
  const all = selection ? allChosen(selection.chosen, keys) : false;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns, height }}>
        {selection && (
          <div role="columnheader" className={styles.checkbox}>
            <Checkbox
              aria-label={list.selectAll}
              checked={all}
              onChange={() => selection.onChoose(new Set(all === true ? [] : keys))}
            />
          </div>
        )}
        {columns.map(({ id, header, align }) => (
          <div key={id} role="columnheader" className={mergeClasses(styles.cell, align === "end" && styles.end)}>
            <span className={styles.clipped} title={header}>
              {header}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
