import { z } from "zod";
import { storedCodeSchema } from "../error/error-codes.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { knownValue } from "../unreadable/known-value.ts";

/**
 * States of a link (specs/005, plan). Entered in this order, each once but `held`, which may go on to `active`; the last
 * five are final. `held` is a child that is deferred: the name is stored and in the API, so it stays.
 */
export const linkStates = [
  "waiting",
  "held",
  "active",
  "succeeded",
  "partially_succeeded",
  "failed",
  "cancelled",
  "skipped",
] as const;

export type LinkState = (typeof linkStates)[number];

/** One tenant of a fleet run, and the child that works for it: created by the fleet, or one that it joined. */
export const linkSchema = z.object({
  parentRunId: z.string(),
  childTenantId: tenantIdSchema,
  /** Null until it is scheduled. */
  childRunId: z.string().nullable(),
  /** Whether the child was active already when it was scheduled. */
  joined: z.boolean(),
  /** Objects of the tenant as last known; the largest tenants are scheduled first. */
  objects: z.int().min(0),
  state: knownValue(linkStates),
  /** Why it is held or skipped, or the first reason why its child did not succeed. */
  code: storedCodeSchema.nullable(),
});

export type Link = z.infer<typeof linkSchema>;

/** How many links are in each state. */
export type Tally = Readonly<Record<LinkState, number>>;
