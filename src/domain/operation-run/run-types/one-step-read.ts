import { type RunTypeDeclaration, usualHeartbeatMs } from "../run-type-declaration.ts";

/** What runs of one step have in common that read something of a tenant beside its objects: one at a time, tried again. */
export const oneStepRead = {
  identity: "tenant",
  retry: "read",
  maxAttempts: 3,
  heartbeatMs: usualHeartbeatMs,
  workflow: "runOneStep",
  reads: "nothing",
  keepsPayloads: false,
  endsFrom: "step",
} as const satisfies Partial<RunTypeDeclaration>;
