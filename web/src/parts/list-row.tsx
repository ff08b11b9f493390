import { Checkbox, mergeClasses } from "@fluentui/react-components";
import type { CSSProperties, ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { AppLink } from "./app-link.tsx";
import type { Column } from "./column.ts";
import { useListStyles } from "./list-styles.ts";
import { type Selection, toggled } from "./selection.ts";

/** What a list knows of its rows. */
export type RowFacts<Row> = {
  readonly keyOf: (row: Row) => string;
  /** Names a row for readers: "Select Windows baseline". */
  readonly nameOf: (row: Row) => string;
  /** Where the link of a row leads; a row without one is text. */
  readonly hrefOf?: ((row: Row) => string | undefined) | undefined;
  /** The column whose cell is the link; the first when left out. */
  readonly linkColumn?: string | undefined;
};

type ListRowProps<Row> = RowFacts<Row> & {
  readonly row: Row;
  /** From 0. */
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly style: CSSProperties;
  readonly selection: Selection | undefined;
};

/** One row: a checkbox, a link, and what else its columns say. */
export function ListRow<Row>(props: ListRowProps<Row>): ReactElement {
  const { row, index, columns, style, selection, keyOf, nameOf, hrefOf, linkColumn = columns[0]?.id } = props;
  const styles = useListStyles();
  const { list } = useWords().parts;
  const key = keyOf(row);
  const chosen = selection?.chosen.has(key) ?? false;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={key}
      className={mergeClasses(styles.row, styles.virtual, chosen && styles.chosen)}
      style={style}
    >
      {selection && (
        <div role="cell" className={styles.checkbox}>
          <Checkbox
            data-stop="checkbox"
            aria-label={list.select(nameOf(row))}
            checked={chosen}
            onChange={() => selection.onChoose(toggled(selection.chosen, key))}
          />
        </div>
      )}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} href={column.id === linkColumn ? hrefOf?.(row) : undefined} />
      ))}
    </div>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly row: Row; readonly href: string | undefined };

function Cell<Row>({ column, row, href }: CellProps<Row>): ReactElement {
  const styles = useListStyles();
  const content = column.render(row);
  const title = column.title?.(row) ?? (typeof content === "string" ? content : undefined);
  return (
    <div role="cell" className={mergeClasses(styles.cell, column.align === "end" && styles.end)}>
      {href === undefined ? (
        <span className={styles.clipped} title={title}>
          {content}
        </span>
      ) : (
        <AppLink href={href} className={styles.link} title={title} data-stop="link">
          {content}
        </AppLink>
      )}
    </div>
  );
}
