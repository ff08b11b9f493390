import { z } from "zod";

/** The passes of a leg, in the order in which they are done. */
export const restorePassSchema = z.enum(["objects", "links", "assignments", "order", "states"]);

/**
 * One request that writes. `part`: `body`, `child:<path>`, `link:<path>`, `assignments`, `order` or `state`. `key`: the
 * item of a set that is written one by one (a locale, a target), else null.
 */
export const planStepSchema = z.object({
  pass: restorePassSchema,
  verb: z.enum(["create", "patch", "put", "act", "link", "unlink", "assign", "unassign", "delete"]),
  part: z.string(),
  key: z.string().nullable(),
});

export type PlanStep = z.infer<typeof planStepSchema>;
