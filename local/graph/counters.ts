import type { GraphOperation } from "./operations.ts";

export type Counts = {
  /** Requests on connections, a batch as one. */
  readonly requests: number;
  /** Requests inside batches. */
  readonly subRequests: number;
  /** Of the bodies answered. */
  readonly bytes: number;
  /** Answers, those inside batches too; 0 is a connection dropped before anything was done. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** The same by `METHOD /version/path` with `{id}` for ids. */
  readonly byPath: Readonly<Record<string, number>>;
  /** Requests by what they ask for; those for what is not served are in none. */
  readonly byOperation: Readonly<Partial<Record<GraphOperation, number>>>;
};

export type Counters = {
  counts(): Counts;
  reset(): void;
  countRequest(isInner: boolean): void;
  countOperation(operation: GraphOperation): void;
  countAnswer(template: string, status: number): void;
  countBytes(bytes: number): void;
};

export function makeCounters(): Counters {
  const totals = { requests: 0, subRequests: 0, bytes: 0 };
  const byStatus = new Map<string, number>();
  const byPath = new Map<string, number>();
  const byOperation = new Map<GraphOperation, number>();
  return {
    counts: () => ({
      ...totals,
      byStatus: Object.fromEntries(byStatus),
      byPath: Object.fromEntries(byPath),
      byOperation: Object.fromEntries(byOperation),
    }),
    reset() {
      Object.assign(totals, { requests: 0, subRequests: 0, bytes: 0 });
      byStatus.clear();
      byPath.clear();
      byOperation.clear();
    },
    countRequest(isInner) {
      totals[isInner ? "subRequests" : "requests"] += 1;
    },
    countOperation: (operation) => addOne(byOperation, operation),
    countAnswer(template, status) {
      addOne(byPath, template);
      addOne(byStatus, String(status));
    },
    countBytes(bytes) {
      totals.bytes += bytes;
    },
  };
}

function addOne<Key>(map: Map<Key, number>, key: Key): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
