import { z } from "zod";
import { type Readiness, readinessSchema } from "./readiness.ts";

/** What clients see of a tenant's readiness; before its first check there is no time, and its state is not known. */
export const readinessViewSchema = readinessSchema
  .omit({ startedAt: true })
  .extend({
    asOf: z.iso.datetime().nullable(),
    runId: z.string().nullable(),
    /** Id of the check that is under way; null when none is. */
    running: z.string().nullable(),
    state: z.string().meta({ examples: ["ready", "attention", "unknown"] }),
  })
  .meta({ id: "Readiness" });

export type ReadinessView = z.infer<typeof readinessViewSchema>;

const never = {
  asOf: null,
  runId: null,
  state: "unknown",
  applications: [],
  licences: [],
  intune: "unknown",
  approvalPolicies: [],
  samples: [],
  unknown: [],
} as const;

export function toReadinessView(readiness: Readiness | undefined, running: string | null): ReadinessView {
  return readinessViewSchema.parse({ ...(readiness ?? never), running });
}
