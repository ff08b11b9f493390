/**
 * Every type of operation run, declared once. `retry: read` runs may be re-attempted by the system, `write` runs
 * never without reconciling their journal. Times are in milliseconds.
 */
export const runTypes = {
  "inventory.sync": {
    right: "inventory.sync",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 4 * 3_600_000,
    workflow: "observeTenant",
  },
  "snapshot.take": {
    right: "snapshot.take",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 4 * 3_600_000,
    workflow: "observeTenant",
  },
  // One child run a tenant: 10,000 of them take about an hour (benchmarks/fleet.ts), and hours when Graph is slow.
  "fleet.snapshot": {
    right: "platform",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 24 * 3_600_000,
    workflow: "snapshotFleet",
  },
  // Declared so that the rules for runs that write hold before one ships; no route starts it.
  "configuration.restore": {
    right: "setting.write",
    retry: "write",
    maxAttempts: 1,
    deadlineMs: 4 * 3_600_000,
    workflow: "restoreTenant",
  },
} as const;

export type RunType = keyof typeof runTypes;

export const runTypeNames = [
  "inventory.sync",
  "snapshot.take",
  "fleet.snapshot",
  "configuration.restore",
] as const satisfies readonly RunType[];
