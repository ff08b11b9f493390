import { z } from "zod";
import { storedCodeSchema } from "../error/error-codes.ts";
import { knownValue } from "../unreadable/known-value.ts";

/** A permission of Microsoft Graph, and the keys of the object types that it serves. */
const servingSchema = z.object({ permission: z.string(), serves: z.array(z.string()) });

/** Why it is too much (P5.3). */
const excessSchema = z.object({
  permission: z.string(),
  /** `higher`: a lesser one is enough. `switched_off`: the tenant's owners switched off what it serves. `unused`: nothing. */
  why: knownValue(["higher", "switched_off", "unused"]),
});

/** The two applications that a tenant consents to. */
const applicationKinds = ["read", "write"] as const;

const applicationSchema = z.object({
  kind: knownValue(applicationKinds),
  consented: z.boolean(),
  /** Why the sign-in was refused; null when it was not. */
  code: storedCodeSchema.nullable(),
  granted: z.array(servingSchema),
  missing: z.array(servingSchema),
  excess: z.array(excessSchema),
});

const sampleSchema = z.object({
  /** A service group: what Microsoft throttles, licenses and refuses as one. */
  group: z.string(),
  state: knownValue(["readable", "not_licensed", "unknown"]),
  /** Why it is not readable; null when it is. */
  code: storedCodeSchema.nullable(),
});

const licenceSchema = z.object({
  plan: z.string(),
  serves: z.array(z.string()),
  /** Null where the tenant's subscriptions could not be read. */
  present: z.boolean().nullable(),
});

/** What one check of a tenant found; the last one is kept. */
export const readinessSchema = z.object({
  asOf: z.iso.datetime(),
  runId: z.string(),
  /** When that run began: of two, the one that began later says how it is. */
  startedAt: z.iso.datetime(),
  /** `attention`: something that reading needs is missing. An excess is none, and neither is the writing application. */
  state: knownValue(["ready", "attention"]),
  applications: z.array(applicationSchema),
  licences: z.array(licenceSchema),
  intune: knownValue(["present", "absent", "unknown"]),
  approvalPolicies: z.array(z.object({ name: z.string(), covers: z.string() })),
  samples: z.array(sampleSchema),
  /** What could not be read, and why; the lists above say nothing of it then. */
  unknown: z.array(
    z.object({ part: knownValue(["permissions", "licences", "approvalPolicies"]), code: storedCodeSchema }),
  ),
});

export type Readiness = z.infer<typeof readinessSchema>;
export type ApplicationReadiness = z.infer<typeof applicationSchema>;
export type ApplicationKind = (typeof applicationKinds)[number];
export type Sample = z.infer<typeof sampleSchema>;
/** A permission that is granted and not needed so. */
export type Excess = z.infer<typeof excessSchema>;

/** Of one tenant scope. */
export type ReadinessRepository = {
  read(): Promise<Readiness | undefined>;
  /** Keeps it unless what is kept is of a run that began later. */
  keep(readiness: Readiness): Promise<void>;
};
