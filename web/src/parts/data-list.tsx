import { mergeClasses } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense, useContext, useRef } from "react";
import { type Column, columnsThatFit, gridColumns } from "./column.ts";
import type { Count } from "./count-link.tsx";
import { DensityContext, rowHeights } from "./density.ts";
import { ListBody, type PlacedRow } from "./list-body.tsx";
import { ListFooter } from "./list-footer.tsx";
import { ListHead } from "./list-head.tsx";
import type { RowFacts } from "./list-row.tsx";
import { useListStyles } from "./list-styles.ts";
import { type Selection, toggled } from "./selection.ts";
import { useElementWidth } from "./use-element-width.ts";
import { useRowKeys } from "./use-row-keys.ts";

const LongBody = lazy(async () => ({ default: (await import("./long-list-body.tsx")).LongListBody }));

/** Up to so many rows are all in the page. What draws a longer list comes with the first one: not with the first page. */
const shortRows = 50;

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
  const { label, rows, selection, total, hasMore = false, isLoadingMore = false, size = "page" } = props;
  const { keyOf, fetchNext } = props;
  const styles = useListStyles();
  const height = rowHeights[useContext(DensityContext)];
  const [measured, width] = useElementWidth();
  const columns = columnsThatFit(props.columns, width, selection !== undefined);
  const gridTemplateColumns = gridColumns(columns, selection !== undefined);
  const ref = useRef<HTMLDivElement>(null);
  const keys = rows.map(keyOf);
  const onToggle = selection && ((key: string) => selection.onChoose(toggled(selection.chosen, key)));
  const { focused, ...listeners } = useRowKeys({ body: ref, keys, onToggle });
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = hasMore || rows.length > shortRows;
  const body = (items: readonly PlacedRow[]): ReactElement => (
    <ListBody {...{ ...props, keys, columns, gridTemplateColumns, height, ref, listeners, items }} />
  );
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
        {isLong ? (
          <Suspense fallback={body(placed(keys.slice(0, shortRows), height))}>
            <LongBody {...{ keys, height, scroller, focused, hasMore, isLoadingMore, fetchNext }}>{body}</LongBody>
          </Suspense>
        ) : (
          body(placed(keys, height))
        )}
      </div>
      <ListFooter {...{ loaded: rows.length, total, hasMore, isLoadingMore, selection }} />
    </div>
  );
}

/** Rows one below the other, from the first. */
function placed(keys: readonly string[], height: number): readonly PlacedRow[] {
  return keys.map((key, index) => ({ key, index, start: index * height }));
}

/** `aria-rowcount`, with the head; -1 says that it is not known. */
function rowCount(loaded: number, total: Count | undefined, hasMore: boolean): number {
  if (!hasMore) return loaded + 1;
  return total === undefined || total.more ? -1 : total.count + 1;
}
