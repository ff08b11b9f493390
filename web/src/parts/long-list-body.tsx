import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactElement, type RefObject, useEffect } from "react";
import type { PlacedRow } from "./list-body.tsx";

/** Rows that are mounted above and below those one sees; the next page is fetched that many rows before the end. */
const overscan = 8;

type LongListBodyProps = {
  readonly keys: readonly string[];
  /** Of one row, in pixels. */
  readonly height: number;
  /** What the rows scroll in. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** The key of the row that has the focus: it stays mounted. */
  readonly focused: string | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly fetchNext: (() => void) | undefined;
  /** Draws these rows. */
  readonly children: (items: readonly PlacedRow[]) => ReactElement;
};

/** The body of a list of any length: those rows are in the page that one sees, some beyond, and the one that has the focus. */
export function LongListBody(props: LongListBodyProps): ReactElement {
  const { keys, height, focused, scroller, children } = props;
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
  const items = virtual.getVirtualItems();
  useNextPage({ ...props, lastShown: items.at(-1)?.index ?? -1 });
  return children(items);
}

function withKept(shown: readonly number[], kept: number): number[] {
  if (kept < 0 || shown.includes(kept)) return [...shown];
  return [...shown, kept].toSorted((left, right) => left - right);
}

type NextPage = Pick<LongListBodyProps, "keys" | "hasMore" | "isLoadingMore" | "fetchNext"> & {
  readonly lastShown: number;
};

function useNextPage({ keys, lastShown, hasMore, isLoadingMore, fetchNext }: NextPage): void {
  const isNear = lastShown >= keys.length - overscan;
  useEffect(() => {
    if (isNear && hasMore && !isLoadingMore) fetchNext?.();
  }, [isNear, hasMore, isLoadingMore, fetchNext]);
}
