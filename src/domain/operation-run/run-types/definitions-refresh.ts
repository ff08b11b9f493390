import { type RunTypeDeclaration, runInputSchema } from "../run-type-declaration.ts";
import { oneStepRead } from "./one-step-read.ts";

/** Reads what Microsoft calls settings and their options, for all tenants alike. */
export const definitionsRefresh = {
  ...oneStepRead,
  name: "definitions.refresh",
  input: runInputSchema,
  right: "platform",
  // Some hundred pages in each language; longer than Graph usually holds a tenant up.
  deadlineMs: 3_600_000,
  asksGraph: true,
} as const satisfies RunTypeDeclaration;
