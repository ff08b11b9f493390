// Operations, and bytes of a request, of one transactional batch; a tenth of the bytes is left for what stands around the
// documents. https://learn.microsoft.com/azure/cosmos-db/concepts-limits#per-request-limits
const mostOperations = 100;
const mostBytes = 1_800_000;

/** Items in order, so many together as one transactional batch takes by number and by bytes of their JSON. */
export function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item));
    const isFull = batch.length === mostOperations || bytes + size > mostBytes;
    if (isFull && batch.length > 0) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
