import { type RunTypeDeclaration, runInputSchema } from "../run-type-declaration.ts";
import { oneStepRead } from "./one-step-read.ts";

/** Compares the audit entries of a tenant with the digests that they were sealed into. */
export const auditVerify = {
  ...oneStepRead,
  name: "audit.verify",
  input: runInputSchema,
  right: "audit.verify",
  // A million entries are 10,000 digests, each a blob and a query.
  deadlineMs: 3_600_000,
  asksGraph: false,
} as const satisfies RunTypeDeclaration;
