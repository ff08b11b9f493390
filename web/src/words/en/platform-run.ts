/** Words of one run over many tenants. */
export const platformRun = {
  title: "Platform operation",
  progressLabel: "Tenants done",
  tenants: "Tenants",
  columns: { tenant: "Tenant", state: "State", objects: "Known objects", why: "Reason" },
  joined: "joined a run of others",
  stateFilter: "State",
  states: {
    waiting: "Waiting for its turn",
    held: "Held",
    active: "Running",
    succeeded: "Succeeded",
    partially_succeeded: "Partly succeeded",
    failed: "Failed",
    cancelled: "Cancelled",
    skipped: "Skipped",
    unknown: "Unknown state",
  },
  emptyTitle: "No tenants yet",
  empty: "The tenants of this operation are being listed.",
};
