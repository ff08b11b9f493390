import { z } from "zod";

export const restoreLevelSchema = z.enum(["none", "preview_only", "enabled"]);

export type RestoreLevel = z.infer<typeof restoreLevelSchema>;

/** What may be done with an object type, and why not more (P4.1; shape of interfaces.md). */
export const capabilitySchema = z
  .object({
    type: z.string(),
    name: z.string(),
    inventory: z.boolean(),
    snapshot: z.boolean(),
    diff: z.boolean(),
    restore: restoreLevelSchema,
    /** Whom it concerns is read with it. */
    assignments: z.boolean(),
    /** What Graph keeps beside its body, such as certificates, is read with it. */
    links: z.boolean(),
    risk: z.enum(["low", "medium", "high"]),
    reasons: z.array(z.string()),
  })
  .meta({ id: "Capability" });

export type Capability = z.infer<typeof capabilitySchema>;
