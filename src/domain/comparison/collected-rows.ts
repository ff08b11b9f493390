import { containsText } from "../text/contains-text.ts";
import type { ChangeArea } from "./change-view.ts";
import type { EntryPair } from "./join-entries.ts";
import { noRows, type ObjectRow, type RowChange, type RowCounts } from "./object-row.ts";

/** What is asked of a comparison; what is unchanged is shown only to whom asks for it. */
export type RowFilter = {
  readonly type?: string;
  readonly change?: RowChange;
  /** Rows of which nobody read what changed fit every area. */
  readonly area?: ChangeArea;
  /** Part of a name, in any case. */
  readonly text?: string;
};

export type CollectedRow = { readonly row: ObjectRow; readonly pair: EntryPair };

export function fitsFilter(row: ObjectRow, { change, area, ...names }: RowFilter): boolean {
  if (!fitsNames(row, names)) return false;
  if (change === undefined ? row.change === "unchanged" : row.change !== change) return false;
  return area === undefined || (row.change === "changed" && (row.areas === null || row.areas.includes(area)));
}

export function fitsNames({ type, name, otherName }: ObjectRow, filter: Pick<RowFilter, "type" | "text">): boolean {
  const { text } = filter;
  if (filter.type !== undefined && filter.type !== type) return false;
  return text === undefined || containsText(name, text) || (otherName !== null && containsText(otherName, text));
}

/** Counts of objects by type, and of a row that turned out to be another. */
export class CountedRows {
  readonly #byType = new Map<string, RowCounts>();

  add({ type, change }: Pick<ObjectRow, "type" | "change">): void {
    this.#move(type, change, 1);
  }

  change(before: ObjectRow, after: ObjectRow): void {
    this.#move(before.type, before.change, -1);
    this.#move(after.type, after.change, 1);
  }

  /** In the order in which their first objects came. */
  byType(): readonly (readonly [type: string, counts: RowCounts])[] {
    return [...this.#byType];
  }

  total(): RowCounts {
    const sum = { ...noRows };
    for (const counts of this.#byType.values()) {
      sum.added += counts.added;
      sum.removed += counts.removed;
      sum.changed += counts.changed;
      sum.unchanged += counts.unchanged;
      sum.incomparable += counts.incomparable;
      sum.ambiguous += counts.ambiguous;
    }
    return sum;
  }

  #move(type: string, change: RowChange, by: number): void {
    const counts = this.#byType.get(type) ?? { ...noRows };
    counts[change] += by;
    this.#byType.set(type, counts);
  }
}
