import { type RunTypeDeclaration, runInputSchema } from "../run-type-declaration.ts";
import { oneStepRead } from "./one-step-read.ts";

/** Reads what changed of a tenant's groups into the directory cache. */
export const directorySync = {
  ...oneStepRead,
  name: "directory.sync",
  input: runInputSchema,
  right: "directory.sync",
  // 50,000 groups take a minute (benchmarks/directory.ts), and hours when Graph is slow.
  deadlineMs: 4 * 3_600_000,
  asksGraph: true,
} as const satisfies RunTypeDeclaration;
