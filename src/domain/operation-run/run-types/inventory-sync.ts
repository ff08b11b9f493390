import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Reads a tenant's objects into the inventory. */
export const inventorySync = {
  name: "inventory.sync",
  input: runInputSchema,
  identity: "types",
  right: "inventory.sync",
  retry: "read",
  maxAttempts: 3,
  deadlineMs: 4 * 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "observeTenant",
  reads: "inventory",
  keepsPayloads: false,
  asksGraph: true,
  endsFrom: "parts",
} as const satisfies RunTypeDeclaration;
