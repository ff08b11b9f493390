import { constants, PerformanceObserver } from "node:perf_hooks";

/** By how many bytes memory grew at most, above what it was when the watching began. */
export type MemoryUse = {
  /** Heap in use, what is not collected yet included. */
  readonly heap: number;
  /** Heap in use right after a full collection: what is really held. */
  readonly held: number;
  /** What the process has of the machine's memory. */
  readonly rss: number;
};

const sampleMs = 50;

/** Watches the memory of this process from now on, and lets the engine collect when it likes. */
export function watchMemory(): { readonly grown: () => MemoryUse } {
  const before = process.memoryUsage();
  const most = { heap: 0, held: 0, rss: 0 };
  const sample = (): void => {
    const { heapUsed, rss } = process.memoryUsage();
    most.heap = Math.max(most.heap, heapUsed - before.heapUsed);
    most.rss = Math.max(most.rss, rss - before.rss);
  };
  const collections = new PerformanceObserver((list) => {
    const isFull = list
      .getEntries()
      .some((entry) => Object(entry).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR);
    if (isFull) most.held = Math.max(most.held, process.memoryUsage().heapUsed - before.heapUsed);
  });
  collections.observe({ entryTypes: ["gc"] });
  setInterval(sample, sampleMs).unref();
  return {
    grown: () => {
      sample();
      return { ...most };
    },
  };
}
