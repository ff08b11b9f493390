import type { ReactNode } from "react";

/** A column of a list, as data. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly render: (row: Row) => ReactNode;
  /** The narrowest it may become, pixels. */
  readonly min: number;
  /** Its share of the space that is left over; 0 keeps it at `min`. */
  readonly share?: number;
  readonly align?: "start" | "end";
  /** In a narrow list the columns of the largest number go first; 0, the rule, always stays. */
  readonly dropsAt?: number;
  /** The text of a cell that is cut off, shown as title. A cell that is a plain text needs none. */
  readonly title?: (row: Row) => string;
};

/** Width of the column of checkboxes, and what a cell has at its sides, pixels. */
const checkboxWidth = 40;

/** The columns that fit `width` pixels without sideways scrolling; all of them while the width is not known. */
export function columnsThatFit<Row>(
  columns: readonly Column<Row>[],
  width: number | undefined,
  selectable: boolean,
): readonly Column<Row>[] {
  if (width === undefined) return columns;
  const needed = columns.reduce((sum, { min }) => sum + min, selectable ? checkboxWidth : 0);
  const last = Math.max(...columns.map(({ dropsAt = 0 }) => dropsAt));
  if (needed <= width || last === 0) return columns;
  return columnsThatFit(
    columns.filter(({ dropsAt = 0 }) => dropsAt < last),
    width,
    selectable,
  );
}

/** The value of `grid-template-columns`. A column that must stay gives way rather than scroll sideways. */
export function gridColumns<Row>(columns: readonly Column<Row>[], selectable: boolean): string {
  const sizes = columns.map(({ min, share = 1 }) =>
    share === 0 ? `${min}px` : `minmax(min(${min}px, 40%), ${share}fr)`,
  );
  return [...(selectable ? [`${checkboxWidth}px`] : []), ...sizes].join(" ");
}
