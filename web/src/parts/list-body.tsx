import type { ReactElement, RefObject } from "react";
import type { Column } from "./column.ts";
import { ListRow, type RowFacts } from "./list-row.tsx";
import { useListStyles } from "./list-styles.ts";
import type { Selection } from "./selection.ts";
import type { RowKeys } from "./use-row-keys.ts";

/** A row to draw: its place among all rows, from 0, and where it begins below the head, in pixels. */
export type PlacedRow = { readonly key: string | number | bigint; readonly index: number; readonly start: number };

type ListBodyProps<Row> = RowFacts<Row> & {
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly gridTemplateColumns: string;
  /** Of one row, in pixels. */
  readonly height: number;
  readonly selection?: Selection | undefined;
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly listeners: Omit<RowKeys, "focused">;
  /** Those that are in the page. */
  readonly items: readonly PlacedRow[];
};

/** The body of a list, as high as all its rows, with those of them that are in the page. */
export function ListBody<Row>({ items, ...list }: ListBodyProps<Row>): ReactElement {
  const styles = useListStyles();
  const { rows, keys, gridTemplateColumns, height, selection, ref, listeners } = list;
  return (
    <div role="rowgroup" ref={ref} className={styles.body} style={{ height: keys.length * height }} {...listeners}>
      {items.map(({ key, index, start }) => {
        const row = rows[index];
        const style = { gridTemplateColumns, height, transform: `translateY(${start}px)` };
        return row && <ListRow key={key} {...list} {...{ row, index, style, selection }} />;
      })}
    </div>
  );
}
