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
    /**
     * Where its objects hold secrets, which are kept as Graph returns them, masked or encrypted: who shows an object shows
     * the name only. `a.b`; `a[].b` for every item of a list; `a.**.b` at any depth; `when`: only in an object with this.
     */
    secrets: z.array(
      z.object({
        path: z.string(),
        when: z.object({ property: z.string(), is: z.union([z.string(), z.boolean()]) }).optional(),
      }),
    ),
  })
  .meta({ id: "Capability" });

export type Capability = z.infer<typeof capabilitySchema>;
