import { z } from "zod";
import { type RunTypeDeclaration, runInputSchema } from "../run-type-declaration.ts";
import { oneStepRead } from "./one-step-read.ts";

/** `from`, ISO 8601 UTC: how far back it reads when that is more than what is known; null: as far as it has to. */
const inputSchema = runInputSchema.extend({ from: z.iso.datetime().nullable().default(null) });

export type CollectInput = z.infer<typeof inputSchema>;

/** The input as it is stored. */
export function parseCollectInput(input: unknown): CollectInput {
  return inputSchema.parse(input);
}

/** Reads from Intune's audit who changed what. */
export const eventsCollect = {
  ...oneStepRead,
  name: "events.collect",
  input: inputSchema,
  right: "inventory.sync",
  deadlineMs: 3_600_000,
  asksGraph: true,
} as const satisfies RunTypeDeclaration;
