import { z } from "zod";

/** What may be done with an object type, and why not more (P4.1; shape of interfaces.md). */
export const capabilitySchema = z
  .object({
    type: z.string(),
    name: z.string(),
    inventory: z.boolean(),
    snapshot: z.boolean(),
    diff: z.boolean(),
    restore: z.enum(["enabled", "preview_only", "none"]),
    assignments: z.boolean(),
    risk: z.enum(["low", "medium", "high"]),
    reasons: z.array(z.string()),
  })
  .meta({ id: "Capability" });

export type Capability = z.infer<typeof capabilitySchema>;
