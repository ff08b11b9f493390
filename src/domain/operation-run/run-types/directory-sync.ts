import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Reads what changed of a tenant's groups into the directory cache. */
export const directorySync = {
  name: "directory.sync",
  input: runInputSchema,
  identity: "tenant",
  right: "directory.sync",
  retry: "read",
  maxAttempts: 3,
  // 50,000 groups take a minute (benchmarks/directory.ts), and hours when Graph is slow.
  deadlineMs: 4 * 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "runOneStep",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: true,
  endsFrom: "step",
} as const satisfies RunTypeDeclaration;
