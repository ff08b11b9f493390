import type { Snapshot } from "../../../../web/src/api/operations.ts";

export function aSnapshot(facts: Partial<Snapshot> = {}): Snapshot {
  return {
    id: "s",
    tenantId: "t",
    runId: "r",
    state: "complete",
    label: "Before the pilot",
    createdAt: "2026-11-30T14:00:00.000Z",
    sealedAt: "2026-11-30T14:02:00.000Z",
    window: { from: "2026-11-30T14:00:02.000Z", to: "2026-11-30T14:01:40.000Z" },
    counts: { total: 3, processed: 3, succeeded: 3, failed: 0, skipped: 0, gaps: 0 },
    gaps: [],
    rootHash: "a".repeat(64),
    manifestVersion: null,
    immutability: { state: "not_enforced" },
    types: ["settingsCatalog"],
    size: 1_400_000,
    ...facts,
  };
}

/** What the product says of one type. */
export const settingsCatalog = {
  type: "settingsCatalog",
  name: "Settings catalog policy",
  inventory: true,
  snapshot: true,
  diff: true,
  restore: "none",
  assignments: true,
  links: false,
  risk: "medium",
  reasons: [],
  secrets: [],
};
