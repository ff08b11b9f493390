import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Compares the audit entries of a tenant with the digests that they were sealed into. */
export const auditVerify = {
  name: "audit.verify",
  input: runInputSchema,
  identity: "tenant",
  right: "audit.verify",
  retry: "read",
  maxAttempts: 3,
  // A million entries are 10,000 digests, each a blob and a query.
  deadlineMs: 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "runOneStep",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: false,
  endsFrom: "step",
} as const satisfies RunTypeDeclaration;
