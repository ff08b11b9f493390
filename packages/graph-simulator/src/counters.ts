import { makeOperationCounts } from "@tenantpilot/embedded-azure/operation-counts";
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
  let totals = { requests: 0, subRequests: 0, bytes: 0 };
  let [byStatus, byPath, byOperation] = makeTables();
  return {
    counts: () => ({
      ...totals,
      byStatus: byStatus.counts(),
      byPath: byPath.counts(),
      byOperation: byOperation.counts(),
    }),
    reset() {
      totals = { requests: 0, subRequests: 0, bytes: 0 };
      [byStatus, byPath, byOperation] = makeTables();
    },
    countRequest(isInner) {
      totals[isInner ? "subRequests" : "requests"] += 1;
    },
    countOperation: (operation) => byOperation.count(operation),
    countAnswer(template, status) {
      byPath.count(template);
      byStatus.count(String(status));
    },
    countBytes(bytes) {
      totals.bytes += bytes;
    },
  };
}

function makeTables() {
  return [makeOperationCounts<string>(), makeOperationCounts<string>(), makeOperationCounts<GraphOperation>()] as const;
}
