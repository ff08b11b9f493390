import { type RunTypeDeclaration, runInputSchema, usualHeartbeatMs } from "../run-type-declaration.ts";

/** Declared so that the rules for runs that write hold before one ships: no route starts it, and no worker knows its workflow. */
export const configurationRestore = {
  name: "configuration.restore",
  input: runInputSchema,
  identity: "types",
  right: "setting.write",
  retry: "write",
  maxAttempts: 1,
  deadlineMs: 4 * 3_600_000,
  heartbeatMs: usualHeartbeatMs,
  workflow: "restoreTenant",
  reads: "nothing",
  keepsPayloads: false,
  asksGraph: true,
  endsFrom: "parts",
} as const satisfies RunTypeDeclaration;
