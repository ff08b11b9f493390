import type { Collection } from "../collection.ts";

/** Objects that were created and that Graph does not show yet (graph.md 2.6). Forgotten with the process: by then they are old. */
export type LateCreates = {
  created(tenantId: string, collection: Collection, id: string): void;
  isLate(tenantId: string, collection: Collection, id: string): boolean;
};

export function makeLateCreates(nowMs: () => number): LateCreates {
  const createdAt = new Map<string, number>();
  const keyOf = (tenantId: string, { path }: Collection, id: string): string => `${tenantId} ${path} ${id}`;
  return {
    created(tenantId, collection, id) {
      if (collection.shownAfterMs) createdAt.set(keyOf(tenantId, collection, id), nowMs());
    },
    isLate(tenantId, collection, id) {
      const { shownAfterMs = 0 } = collection;
      const at = shownAfterMs > 0 ? createdAt.get(keyOf(tenantId, collection, id)) : undefined;
      return at !== undefined && nowMs() < at + shownAfterMs;
    },
  };
}
