import { fitsFilter, type RowFilter } from "../../domain/comparison/collected-rows.ts";
import { absenceReasonIn } from "../../domain/comparison/compared-side.ts";
import type { AbsenceReason, ObjectRow, RowCounts } from "../../domain/comparison/object-row.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { type Collected, collectRows } from "./collect-rows.ts";
import type { Matching } from "./matching.ts";
import { type ReadRow, readRows, type TwoSides } from "./read-changes.ts";
import { parseRowPage, positionOf, toRowPage } from "./row-page.ts";

export type ComparedTypeRow = {
  readonly type: string;
  readonly name: string;
  readonly counts: RowCounts;
  /** Why absence says nothing in this type, on one side or the other. */
  readonly reason: AbsenceReason | null;
};

export type Comparison = Page<ObjectRow> & {
  /** By what objects of both sides found each other. */
  readonly matchedBy: Matching["by"];
  readonly counts: RowCounts;
  readonly byType: readonly ComparedTypeRow[];
  /** Properties that Microsoft added, told once a type, with how many objects have them. */
  readonly appeared: readonly { readonly type: string; readonly place: string; readonly objects: number }[];
  /** Whether every object that may have changed was read. */
  readonly exact: boolean;
};

/**
 * The objects that differ between two sides, a page of them in order of type and id, with counts of all. Nothing is
 * answered before both sides were proven. With `wantsCounts` the rows of the page are read, whatever the others cost.
 */
export async function compareSides(
  contracts: Pick<ContractIndex, "contractOf">,
  sides: TwoSides,
  filter: RowFilter,
  { limit, page }: PageRequest,
  wantsCounts: boolean,
): Promise<Comparison> {
  const after = page === null ? undefined : parseRowPage(page);
  const [left, right] = await Promise.all([sides.left.open(), sides.right.open()]);
  const collected = await collectRows(contracts, sides.matching, left, right, { filter, after, limit });
  const read = await readRows(contracts, sides, collected.types, collected.toRead);
  const decided = new Map(collected.toRead.map(({ row }, index) => [row, read[index]?.row ?? row]));
  for (const [before, now] of decided) collected.counts.change(before, now);
  const rows = collected.candidates.map(({ row, pair }) => ({ row: decided.get(row) ?? row, pair }));
  const fitting = rows.filter(({ row }) => fitsFilter(row, filter));
  const items = fitting.slice(0, limit);
  const last = items.at(-1)?.row;
  const shown = wantsCounts ? await readRest(contracts, sides, collected, items) : items;
  return {
    items: shown.map(({ row }) => collected.names.complete(row)),
    nextPage: fitting.length > limit && last ? toRowPage(positionOf(last)) : null,
    matchedBy: sides.matching.by,
    counts: collected.counts.total(),
    byType: collected.counts.byType().map(([type, counts]) => toTypeRow(contracts, collected, type, counts)),
    appeared: appearedIn(read),
    exact: collected.isExact && read.every(({ row }) => row.detail === "whole"),
  };
}

async function readRest(
  contracts: Pick<ContractIndex, "contractOf">,
  sides: TwoSides,
  { types }: Collected,
  items: Collected["candidates"],
): Promise<readonly { readonly row: ObjectRow }[]> {
  const unread = items.filter(({ row }) => row.detail === "hash");
  const read = await readRows(contracts, sides, types, unread);
  const byRow = new Map(unread.map(({ row }, index) => [row, read[index]?.row ?? row]));
  return items.map(({ row }) => ({ row: byRow.get(row) ?? row }));
}

function toTypeRow(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  { types }: Collected,
  type: string,
  counts: RowCounts,
): ComparedTypeRow {
  const contract = contractOf(type);
  const [left, right] = [absenceReasonIn(types.left, type, contract), absenceReasonIn(types.right, type, contract)];
  return { type, name: contract?.displayName ?? type, counts, reason: right ?? left };
}

function appearedIn(rows: readonly ReadRow[]): Comparison["appeared"] {
  const places = rows.flatMap(({ row: { type }, changes = [] }) =>
    changes.flatMap(({ kind, place }) => (kind === "appeared" ? { type, place } : [])),
  );
  const groups = Map.groupBy(places, ({ type, place }) => `${type}${place}`);
  return [...groups.values()].flatMap((all) => (all[0] ? [{ ...all[0], objects: all.length }] : []));
}
