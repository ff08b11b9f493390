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
};

export type Counters = {
  counts(): Counts;
  reset(): void;
  countRequest(isInner: boolean): void;
  countAnswer(template: string, status: number): void;
  countBytes(bytes: number): void;
};

export function makeCounters(): Counters {
  const totals = { requests: 0, subRequests: 0, bytes: 0 };
  const byStatus = new Map<string, number>();
  const byPath = new Map<string, number>();
  return {
    counts: () => ({ ...totals, byStatus: Object.fromEntries(byStatus), byPath: Object.fromEntries(byPath) }),
    reset() {
      Object.assign(totals, { requests: 0, subRequests: 0, bytes: 0 });
      byStatus.clear();
      byPath.clear();
    },
    countRequest(isInner) {
      totals[isInner ? "subRequests" : "requests"] += 1;
    },
    countAnswer(template, status) {
      addOne(byPath, template);
      addOne(byStatus, String(status));
    },
    countBytes(bytes) {
      totals.bytes += bytes;
    },
  };
}

function addOne(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
