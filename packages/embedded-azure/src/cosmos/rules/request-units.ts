/** Request units by size and kind of work, near Microsoft's published figures: https://learn.microsoft.com/azure/cosmos-db/request-units */

const kilobytes = (bytes: number): number => Math.max(1, bytes / 1024);
const rounded = (units: number): number => Math.round(units * 100) / 100;

/** A point read: 1 for 1 KB, 10 for 100 KB. */
export function readUnits(bytes: number): number {
  return rounded(1 + (kilobytes(bytes) - 1) / 11);
}

/** A create or delete: about 5 for each KB. A create that ends in 409 costs the same. */
export function writeUnits(bytes: number): number {
  return rounded(5 * kilobytes(bytes));
}

/** A replace, upsert of an existing item, or patch: the old index entries go and new ones come. */
export function rewriteUnits(bytes: number): number {
  return rounded(10 * kilobytes(bytes));
}

/** A query page: a fixed part, a little for each item that had to be looked at, and the reading of what it answers. */
export function queryUnits(touched: number, answeredBytes: number): number {
  return rounded(2.3 + touched * 0.05 + (answeredBytes / 1024) * 0.1);
}
