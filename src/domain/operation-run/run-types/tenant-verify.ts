import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Checks what an administrator of the tenant has consented to, and what the tenant has. */
export const tenantVerify = {
  name: "tenant.verify",
  input: runInputSchema,
  identity: "tenant",
  right: "tenant.verify",
  retry: "read",
  maxAttempts: 3,
  // Some twenty requests; longer than Graph or a person usually holds a tenant up.
  deadlineMs: 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "runOneStep",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: true,
  endsFrom: "step",
} as const satisfies RunTypeDeclaration;
