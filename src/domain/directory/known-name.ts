import { z } from "zod";
import { groupSchema } from "./group.ts";

/**
 * A group as far as it is known here: from the directory cache, or from an observation that met it as a reference, which
 * knows its name alone.
 */
export const knownGroupSchema = groupSchema.omit({ ruleHash: true }).extend({
  kind: groupSchema.shape.kind.nullable(),
  isDynamic: z.boolean().nullable(),
  isRoleAssignable: z.boolean().nullable(),
  isOnPremises: z.boolean().nullable(),
  source: z.enum(["directory", "inventory"]),
});

export type KnownName = z.infer<typeof knownGroupSchema>;
