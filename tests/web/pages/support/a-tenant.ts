import type { TenantOverview, TenantSummary } from "../../../../web/src/api/operations.ts";

/** A tenant of an overview; `t` is the one that the person of the tests is an owner of. */
export function aTenantOverview(more: Partial<TenantOverview> = {}): TenantOverview {
  return {
    id: "t",
    name: "Fernhollow Logistics",
    state: "active",
    stateReason: null,
    paused: false,
    labels: [],
    lastComplete: null,
    lastRun: null,
    brokenPromises: [],
    readiness: null,
    ...more,
  };
}

export const aBrokenPromise: TenantOverview["brokenPromises"][number] = {
  scheduleId: "nightly",
  promiseHours: 24,
  since: "2026-11-29T04:00:00.000Z",
  lastCompleteAt: null,
};

export function aSummary(more: Partial<TenantSummary> = {}): TenantSummary {
  return {
    tenant: {
      id: "t",
      name: "Fernhollow Logistics",
      timeZone: "Europe/Berlin",
      state: "active",
      stateReason: null,
      paused: false,
      labels: [],
      myRole: "owner",
      lastCompleteSnapshotAt: null,
    },
    promise: { state: "none", since: null },
    snapshot: null,
    objects: [],
    asOf: null,
    active: [],
    ...more,
  };
}

export const page = <Item>(...items: readonly Item[]) => ({ items, nextPage: null, unreadable: [] });
