import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Reads a tenant's objects whole, into the inventory and an immutable snapshot. */
export const snapshotTake = {
  name: "snapshot.take",
  input: runInputSchema,
  identity: "types",
  right: "snapshot.take",
  retry: "read",
  maxAttempts: 3,
  deadlineMs: 4 * 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "observeTenant",
  reads: "snapshot",
  keepsPayloads: true,
  asksGraph: true,
  endsFrom: "snapshot",
} as const satisfies RunTypeDeclaration;
