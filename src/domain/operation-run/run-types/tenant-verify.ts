import { type RunTypeDeclaration, runInputSchema } from "../run-type-declaration.ts";
import { oneStepRead } from "./one-step-read.ts";

/** Checks what an administrator of the tenant has consented to, and what the tenant has. */
export const tenantVerify = {
  ...oneStepRead,
  name: "tenant.verify",
  input: runInputSchema,
  right: "tenant.verify",
  // Some twenty requests; longer than Graph or a person usually holds a tenant up.
  deadlineMs: 3_600_000,
  asksGraph: true,
} as const satisfies RunTypeDeclaration;
