import { z } from "zod";
import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Takes a snapshot of each of several tenants, by one child run a tenant. */
export const fleetSnapshot = {
  name: "fleet.snapshot",
  input: runInputSchema.extend({ tenants: z.int().min(0) }),
  identity: "tenants",
  right: "platform",
  retry: "read",
  maxAttempts: 3,
  // 10,000 children take about an hour (benchmarks/fleet.ts), and hours when Graph is slow.
  deadlineMs: 24 * 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "snapshotFleet",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: false,
  endsFrom: "links",
} as const satisfies RunTypeDeclaration;
