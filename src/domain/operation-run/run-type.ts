import type { Right } from "../tenant/rights.ts";

type Declaration = {
  /** What makes two requests the same work: the set of object types, or of tenants. */
  readonly identity: "types" | "tenants";
  /** What whoever starts it must be allowed to do. */
  readonly right: Right | "platform";
  /** `read` runs may be re-attempted by the system, `write` runs never without reconciling their journal. */
  readonly retry: "read" | "write";
  readonly maxAttempts: number;
  /** From its claim, in milliseconds. */
  readonly deadlineMs: number;
  /** A worker gives a sign of life at least this often, in milliseconds. */
  readonly heartbeatMs: number;
  /** Name of its orchestrator. */
  readonly workflow: string;
};

// A cancel is acknowledged with the next sign of life, and must be within 5 s.
const heartbeatMs = 2_000;

/** Every type of operation run, declared once. Another type is a declaration here, a workflow and a verb. */
export const runTypes = {
  "inventory.sync": {
    identity: "types",
    right: "inventory.sync",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 4 * 3_600_000,
    heartbeatMs,
    workflow: "observeTenant",
  },
  "snapshot.take": {
    identity: "types",
    right: "snapshot.take",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 4 * 3_600_000,
    heartbeatMs,
    workflow: "observeTenant",
  },
  // One child run a tenant: 10,000 of them take about an hour (benchmarks/fleet.ts), and hours when Graph is slow.
  "fleet.snapshot": {
    identity: "tenants",
    right: "platform",
    retry: "read",
    maxAttempts: 3,
    deadlineMs: 24 * 3_600_000,
    heartbeatMs,
    workflow: "snapshotFleet",
  },
  // Declared so that the rules for runs that write hold before one ships; no route starts it.
  "configuration.restore": {
    identity: "types",
    right: "setting.write",
    retry: "write",
    maxAttempts: 1,
    deadlineMs: 4 * 3_600_000,
    heartbeatMs,
    workflow: "restoreTenant",
  },
} as const satisfies Readonly<Record<string, Declaration>>;

export type RunType = keyof typeof runTypes;

export const runTypeNames = [
  "inventory.sync",
  "snapshot.take",
  "fleet.snapshot",
  "configuration.restore",
] as const satisfies readonly RunType[];
