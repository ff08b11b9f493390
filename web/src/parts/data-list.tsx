import { mergeClasses } from "@fluentui/react-components";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactElement, useContext, useEffect, useRef } from "react";
import { type Column, columnsThatFit, gridColumns } from "./column.ts";
import type { Count } from "./count-link.tsx";
import { DensityContext, rowHeights } from "./density.ts";
import { ListFooter } from "./list-footer.tsx";
import { ListHead } from "./list-head.tsx";
import { ListRow, type RowFacts } from "./list-row.tsx";
import { useListStyles } from "./list-styles.ts";
import { type Selection, toggled } from "./selection.ts";
import { useElementWidth } from "./use-element-width.ts";
import { useRowKeys } from "./use-row-keys.ts";

/** Rows that are mounted above and below those one sees; the next page is fetched that many rows before the end. */
const overscan = 8;

export type DataListProps<Row> = RowFacts<Row> & {
  /** Names the table for readers. */
  readonly label: string;
  /** In the order of the server: no list sorts or filters half of itself. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly selection?: Selection | undefined;
  /** How many rows there are in all, when the server said. */
  readonly total?: Count | undefined;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  /** Asks for the next page; called as its end comes near. */
  readonly fetchNext?: (() => void) | undefined;
  /** How high it grows: as the page allows, or as one section of several. */
  readonly size?: "page" | "section";
};

/** A list of any length, of which only the rows one sees are in the page. */
export function DataList<Row>(props: DataListProps<Row>): ReactElement {
  const { label, rows, selection, total, hasMore = false, isLoadingMore = false, size = "page", keyOf } = props;
  const styles = useListStyles();
  const height = rowHeights[useContext(DensityContext)];
  const [measured, width] = useElementWidth();
  const columns = columnsThatFit(props.columns, width, selection !== undefined);
  const gridTemplateColumns = gridColumns(columns, selection !== undefined);
  const body = useRef<HTMLDivElement>(null);
  const keys = rows.map(keyOf);
  const onToggle = selection && ((key: string) => selection.onChoose(toggled(selection.chosen, key)));
  const { focused, ...listeners } = useRowKeys({ body, keys, onToggle });
  const { scroller, items, size: whole } = useRows({ keys, height, focused });
  useNextPage({ ...props, lastShown: items.at(-1)?.index ?? -1 });
  return (
    <div className={styles.list} ref={measured}>
      <div
        ref={scroller}
        className={mergeClasses(styles.scroller, styles[size])}
        style={{ scrollPaddingTop: height + 4, scrollPaddingBottom: 4 }}
        // Without a stop in its rows it is scrolled by the keyboard itself.
        tabIndex={selection || props.hrefOf ? undefined : 0}
        role="table"
        aria-label={label}
        aria-rowcount={rowCount(rows.length, total, hasMore)}
        aria-colcount={props.columns.length + (selection ? 1 : 0)}
      >
        <ListHead {...{ columns, gridTemplateColumns, height, selection, keys }} />
        <div role="rowgroup" ref={body} className={styles.body} style={{ height: whole }} {...listeners}>
          {items.map(({ key, index, start }) => {
            const row = rows[index];
            const style = { gridTemplateColumns, height, transform: `translateY(${start}px)` };
            return row && <ListRow key={key} {...props} {...{ row, index, columns, style, selection }} />;
          })}
        </div>
      </div>
      <ListFooter {...{ loaded: rows.length, total, hasMore, isLoadingMore, selection }} />
    </div>
  );
}

type RowsOptions = { readonly keys: readonly string[]; readonly height: number; readonly focused: string | undefined };

/** The rows to draw: those one sees, some beyond, and the one that has the focus. */
function useRows({ keys, height, focused }: RowsOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  const kept = focused === undefined ? -1 : keys.indexOf(focused);
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => keys[index] ?? index,
    overscan,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept),
  });
  // The density may change while the list is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height decides what is measured
  useEffect(() => virtual.measure(), [height, virtual]);
  return { scroller, items: virtual.getVirtualItems(), size: virtual.getTotalSize() };
}

function withKept(shown: readonly number[], kept: number): number[] {
  if (kept < 0 || shown.includes(kept)) return [...shown];
  return [...shown, kept].toSorted((left, right) => left - right);
}

type NextPage = {
  readonly rows: readonly unknown[];
  readonly lastShown: number;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly fetchNext?: (() => void) | undefined;
};

function useNextPage({ rows, lastShown, hasMore = false, isLoadingMore = false, fetchNext }: NextPage): void {
  const isNear = lastShown >= rows.length - overscan;
  useEffect(() => {
    if (isNear && hasMore && !isLoadingMore) fetchNext?.();
  }, [isNear, hasMore, isLoadingMore, fetchNext]);
}

/** `aria-rowcount`, with the head; -1 says that it is not known. */
function rowCount(loaded: number, total: Count | undefined, hasMore: boolean): number {
  if (!hasMore) return loaded + 1;
  return total === undefined || total.more ? -1 : total.count + 1;
}
