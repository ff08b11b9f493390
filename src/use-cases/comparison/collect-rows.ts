import {
  type CollectedRow,
  CountedRows,
  fitsFilter,
  fitsNames,
  type RowFilter,
} from "../../domain/comparison/collected-rows.ts";
import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { type Sides, toRow } from "../../domain/comparison/row-of-pair.ts";
import { SameNames } from "../../domain/comparison/same-names.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { Matching } from "./matching.ts";
import type { OpenSide } from "./open-side.ts";
import { comparePositions, positionOf, type RowPosition } from "./row-page.ts";

/** Rows whose payloads are read to see whether they changed; more are told by their hashes (RC11). */
const mostRead = 200;

export type Collected = {
  readonly counts: CountedRows;
  readonly names: SameNames;
  readonly types: Sides;
  /** Rows whose payloads decide, the first of all pages. */
  readonly toRead: readonly CollectedRow[];
  /** Rows that may be on the page, in order: as many as a page has, and as many more as may fall out of it. */
  readonly candidates: readonly CollectedRow[];
  readonly isExact: boolean;
};

export type WantedRows = {
  readonly filter: RowFilter;
  readonly after: RowPosition | undefined;
  readonly limit: number;
};

/** Passes over both sides to their ends, which proves them; of what is equal only the count is kept. */
export async function collectRows(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  matching: Matching,
  left: OpenSide,
  right: OpenSide,
  wanted: WantedRows,
): Promise<Collected> {
  const [counts, names] = [new CountedRows(), new SameNames()];
  const types = matching.typesOf({ left: left.types, right: right.types });
  const [toRead, candidates]: [CollectedRow[], CollectedRow[]] = [[], []];
  let isExact = true;
  const both = [matching.watch("left", left.entries), matching.watch("right", right.entries)] as const;
  for await (const pair of matching.pair(...both)) {
    const contract = contractOf((pair.left ?? pair.right).type);
    const byHashes = toRow(pair, types, contract);
    const isProven = byHashes.change !== "unchanged" || matching.trustsHashes(contract);
    const row: ObjectRow = isProven ? byHashes : { ...byHashes, detail: "hash" };
    counts.add(row);
    if (matching.by === "id") names.note(row);
    const mustRead = row.detail === "hash";
    const isRead = mustRead && toRead.length < mostRead;
    if (isRead) toRead.push({ row, pair });
    else if (mustRead) isExact = false;
    const isWanted = isRead ? mayFit(row, wanted) : isOnPage(row, wanted) && fitsFilter(row, wanted.filter);
    if (isWanted && candidates.length < wanted.limit + 1 + mostRead) candidates.push({ row, pair });
  }
  return { counts, names, types, toRead, candidates, isExact };
}

function isOnPage(row: ObjectRow, { after }: WantedRows): boolean {
  return after === undefined || comparePositions(positionOf(row), after) > 0;
}

/** Before its payloads were read: it may be changed or unchanged, in any area, or be another kind of thing. */
function mayFit(row: ObjectRow, wanted: WantedRows): boolean {
  const { change = "changed" } = wanted.filter;
  const isPossible = change === "changed" || change === "unchanged" || change === "incomparable";
  return isPossible && isOnPage(row, wanted) && fitsNames(row, wanted.filter);
}
