import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Reads what Microsoft calls settings and their options, for all tenants alike. */
export const definitionsRefresh = {
  name: "definitions.refresh",
  input: runInputSchema,
  identity: "tenant",
  right: "platform",
  retry: "read",
  maxAttempts: 3,
  // Some hundred pages in each language; longer than Graph usually holds a tenant up.
  deadlineMs: 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "runOneStep",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: true,
  endsFrom: "step",
} as const satisfies RunTypeDeclaration;
